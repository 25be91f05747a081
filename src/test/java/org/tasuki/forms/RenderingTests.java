package org.tasuki.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tasuki.forms.Samples.OFFICE;
import static org.tasuki.forms.Samples.filled;
import static org.tasuki.forms.Samples.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;

class RenderingTests {

    private static final String HOSTILE = "\"><script>alert('花')</script>&amp;\u202E";

    private static final SpringTemplateEngine ENGINE = engine();

    @Test
    void showsAnEmptyFormInJapanese() {
        String html = fields(Map.of(), List.of(), Locale.JAPANESE).replaceAll("\\s+", " ");
        assertThat(html)
                .contains("<span class=\"field-name\">児童の氏名</span>")
                .contains("<span class=\"field-required\">必須</span>")
                .contains(
                        "id=\"f-childName\" name=\"childName\" value=\"\" autocomplete=\"off\" maxlength=\"10\" aria-required=\"true\"")
                .contains("aria-describedby=\"f-childName-desc\"")
                .contains("class=\"col-6\"", "class=\"col-10\"", "class=\"col-16\"")
                .contains("<h3>受付</h3>", "聞き取った順に記入する。")
                .contains("「保護者の同意」が「なし」の場合に記入")
                .contains("data-hide-when=\"[&quot;not&quot;,[&quot;=&quot;,&quot;consent&quot;,&quot;no&quot;]]\"")
                .contains("<option value=\"B\" selected=\"selected\">通常</option>")
                .contains("<option value=\"central\">中央警察署</option>")
                .contains("type=\"date\"", "type=\"time\"", "type=\"datetime-local\"")
                .contains("inputmode=\"numeric\"", "inputmode=\"decimal\"")
                .contains("class=\"choices choices-inline\"")
                .contains("name=\"siblings[0].name\"", "id=\"f-siblings-0-name\"", "data-row=\"siblings[0].\"")
                .contains("name=\"_add\" value=\"siblings\"", "name=\"_remove\" value=\"siblings[0]\"")
                .doesNotContain("style=", "field-error", "th:", "??");
    }

    @Test
    void showsAnEmptyFormInEnglishWithNoJapaneseLeft() {
        String html = fields(Map.of(), List.of(), Locale.ENGLISH);
        assertThat(html)
                .contains("Child&#39;s name", "required", "If “Consent” is “Refused”", "Central police station")
                .doesNotContain("??")
                .doesNotContainPattern("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
    }

    @Test
    void bringsBackWhatWasTypedEscaped() {
        Map<String, List<String>> raw = filled();
        raw.put("childName", List.of(HOSTILE));
        raw.put("story", List.of("\n</textarea><script>1</script>"));
        raw.put("siblings[1].name", List.of(HOSTILE));
        raw.put("consent", List.of("no"));
        raw.put("birthDate", List.of("令和8年2月30日"));
        Submission submission = sample().submit(raw, OFFICE);
        String html = fields(submission.typed(), submission.problems(), Locale.JAPANESE);
        assertThat(html)
                .doesNotContain("<script>", "\u202E")
                .contains("&quot;&gt;&lt;script&gt;alert(&#39;花&#39;)&lt;/script&gt;&amp;amp;\uFFFD")
                .contains("\n\n&lt;/textarea&gt;&lt;script&gt;")
                .contains("class=\"field field-error\"", "aria-invalid=\"true\"")
                .contains("aria-describedby=\"f-childName-error f-childName-desc\"")
                .contains("id=\"f-siblings-0-name-error\"")
                .contains("<input type=\"text\" id=\"f-birthDate\" name=\"birthDate\" value=\"令和8年2月30日\"")
                .contains("value=\"no\" checked=\"checked\"");
    }

    @Test
    void showsTheEraBesideADate() {
        Map<String, List<String>> typed =
                Map.of("birthDate", List.of("R8.11.23"), "acceptedAt", List.of("2026-11-23T14:30"));
        assertThat(fields(typed, List.of(), Locale.JAPANESE))
                .contains("value=\"2026-11-23\"", "令和8年11月23日(月)</span>", "令和8年11月23日(月) 午後2時30分</span>");
        assertThat(fields(typed, List.of(), Locale.ENGLISH)).contains("23 Nov 2026 14:30</span>");
    }

    @Test
    void sumsUpProblemsWithLinksToTheFields() {
        Map<String, List<String>> raw =
                Map.of("siblings[0].years", List.of("x"), "nope", List.of("x"), "story", List.of("あ".repeat(101)));
        Submission submission = sample().submit(raw, OFFICE);
        assertThat(problems(submission, Locale.JAPANESE))
                .contains("入力内容を確かめてください（6件）")
                .contains("<a href=\"#f-childName\">児童の氏名：入力してください。</a>")
                .contains("<a href=\"#f-siblings-0-years\">きょうだい 1 歳：数字で入力してください。例：12</a>")
                .contains("相談の内容：100字以内で入力してください（現在101字）。")
                .contains("<span>この画面にない項目が送られたため");
        assertThat(problems(submission, Locale.ENGLISH))
                .contains("Siblings 1 Years: Enter a number")
                .doesNotContain("??");
        assertThat(problems(sample().submit(filled(), OFFICE), Locale.ENGLISH)).isBlank();
    }

    @Test
    void aLongRadioIsAList() {
        StringBuilder values = new StringBuilder();
        StringBuilder english = new StringBuilder("\"label.en\": \"L\"");
        for (int i = 0; i < 8; i++) {
            values.append(i == 0 ? "" : ",")
                    .append("{\"label\":\"選\",\"value\":\"v")
                    .append(i)
                    .append("\"}");
            english.append(",\"option.v").append(i).append(".en\":\"o\"");
        }
        String json = Samples.text("sample.json")
                .replace(
                        "{ \"type\": \"separator\" }",
                        "{\"type\":\"radio\",\"key\":\"many\",\"label\":\"多\",\"values\":[" + values
                                + "],\"properties\":{" + english + "}}");
        Form form = FormReader.read("sample.json", json).form().orElseThrow();
        FormView view = FormView.of(form, Map.of(), List.of(), Locale.JAPANESE, OFFICE);
        assertThat(render("fields", view, Locale.JAPANESE)).contains("<select id=\"f-many\"");
    }

    @Test
    void showsAnswersAndHidesTheNotifier() {
        Map<String, List<String>> raw = filled();
        raw.put("story", List.of("一行目\n<b>二行目"));
        raw.put("notifierName", List.of("隣の鈴木"));
        raw.put("kinds", List.of("sexual"));
        raw.put("siblings[0].name", List.of("太郎"));
        Map<String, Object> answers =
                new LinkedHashMap<>(sample().submit(raw, OFFICE).answers());
        answers.put("oldField", "前の通告者");
        assertThat(answers(answers, Set.of(), Locale.JAPANESE))
                .contains(
                        "<dt>児童の氏名</dt>",
                        "<dd>山田花子</dd>",
                        "<dd>一行目</dd>",
                        "<dd>&lt;b&gt;二行目</dd>",
                        "<dd>あり</dd>",
                        "<dd>性的</dd>")
                .contains("<dd>太郎</dd>", "<dd class=\"answer-hidden\">非表示</dd>", "<h3>通告者</h3>")
                .doesNotContain("鈴木", "前の通告者");
        assertThat(answers(answers, Set.of("notifier"), Locale.ENGLISH))
                .contains("隣の鈴木", "From an earlier version of the form", "前の通告者", "<dd>Given</dd>")
                .doesNotContain("hidden");
    }

    @Test
    void everyFormOfTheOfficeIsWholeInBothLanguages() {
        Forms forms = new Forms();
        assertThat(forms.keys()).allSatisfy(key -> {
            assertThat(whole(forms.form(key), Locale.JAPANESE))
                    .doesNotContain("??")
                    .contains("f-grid");
            assertThat(whole(forms.form(key), Locale.ENGLISH))
                    .doesNotContain("??")
                    .doesNotContainPattern("[\\p{IsHiragana}\\p{IsKatakana}]");
        });
    }

    private static String whole(Form form, Locale locale) {
        Submission submission = form.submit(Map.of(), Lookups.NONE);
        FormView view = FormView.of(form, submission.typed(), submission.problems(), locale, Lookups.NONE);
        return render("problems", view, locale) + render("fields", view, locale);
    }

    private static String fields(Map<String, List<String>> typed, List<Problem> problems, Locale locale) {
        String html = render("fields", FormView.of(sample(), typed, problems, locale, OFFICE), locale);
        return html;
    }

    private static String problems(Submission submission, Locale locale) {
        FormView view = FormView.of(submission.form(), submission.typed(), submission.problems(), locale, OFFICE);
        return render("problems", view, locale);
    }

    private static String answers(Map<String, Object> answers, Set<String> open, Locale locale) {
        return render("answers", AnswersView.of(sample(), answers, locale, OFFICE, open), locale);
    }

    private static String render(String fragment, Object view, Locale locale) {
        Context context = new Context(locale, Map.of("it", view));
        return ENGINE.process("<th:block th:replace=\"~{forms/form :: %s(${it})}\"/>".formatted(fragment), context);
    }

    private static SpringTemplateEngine engine() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/forms");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setOrder(1);
        files.setResolvablePatterns(Set.of("forms/*"));
        StringTemplateResolver texts = new StringTemplateResolver();
        texts.setOrder(2);
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateEngineMessageSource(messages);
        engine.addTemplateResolver(files);
        engine.addTemplateResolver(texts);
        return engine;
    }
}
