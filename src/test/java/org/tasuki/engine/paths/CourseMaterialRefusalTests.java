package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;

/** Material that is broken, hostile or stale is refused with what is wrong with it, in the reader's language; nothing of it is kept. */
@StoryTest
@ExtendWith(OutputCaptureExtension.class)
class CourseMaterialRefusalTests {

    private static final Actor TRAINER = Actor.person("story-officer", Set.of(Role.TRAINER), StoryOffice.CENTER, null);
    private static final String PATH = "/training/courses/materials";
    private static final String COURSE = "courses/our-school.yaml";
    private static final String QUESTIONS = "courses/questions/our-questions.yaml";
    private static final String TEXT = "courses/texts/whom.ja.md";

    @Autowired
    private Stories stories;

    @Autowired
    private TestDatabase database;

    @Autowired
    private WebApplicationContext house;

    @BeforeEach
    void anOffice() {
        stories.office().open();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "courses/our-school.yaml | walkthrough: closing | walkthrough: nothing | プロセス「nothing」がありません | there is no process nothing",
                "courses/our-school.yaml | practice: school-neglect | practice: nothing | シナリオ「nothing」がありません | there is no scenario nothing",
                "courses/our-school.yaml | questions: our-questions | questions: nothing | 設問「nothing」がありません | there are no questions nothing",
                "courses/our-school.yaml | text: whom | text: nobody | nobody.en.md: ファイルがないか、空です | nobody.ja.md: is missing or empty",
                "courses/our-school.yaml | text: whom | text: ../../etc | は英小文字と数字とハイフンです | is of small letters",
                "courses/our-school.yaml | en: Whom to call here. | de: Wen | 「de」という項目はありません | nobody knows the word de",
                "courses/our-school.yaml | audience: school | audience: !!java.io.File [x] | courses/our-school.yaml: 読み取れません | not readable",
                "courses/our-school.yaml | audience: school | audience: school\\naudience: police | 読み取れません | not readable",
                "courses/our-school.yaml | ja: 連絡先 | ja: \"\\u202E先絡連\" | 使えない文字が含まれています | cannot be used",
                "courses/questions/our-questions.yaml | answer: [proposeClosing] | answer: [nowhere] | 段階「nowhere」がありません | there is no step nowhere",
                "courses/questions/our-questions.yaml | process: closing | process: nothing | プロセス「nothing」がありません | there is no process nothing",
                "courses/questions/our-questions.yaml | process: closing | '' | process がありません | process is missing",
                "courses/questions/our-questions.yaml | answer: [a] | answer: [z] | が選択肢にありません | is none of the options",
                "courses/questions/our-questions.yaml | ja: 児童相談所 | ja: \"児\\u0000\" | 使えない文字が含まれています | cannot be used",
                "courses/texts/whom.ja.md | 教育委員会 | <script>alert(1)</script> | HTMLが含まれています | there is HTML in it",
                "courses/texts/whom.ja.md | 教育委員会 | ![x](https://a/b.png) | 画像は使えません | pictures cannot be used",
                "courses/texts/whom.ja.md | 教育委員会 | [x](javascript:alert(1)) | リンク先は | a link leads to",
                "tasuki-courses.yaml | format: 1 | format: 2 | は 1 だけを読めます | can be read where it is 1",
                "tasuki-courses.yaml | [our-school] | [our-school, our-school] | 同じものが二度あります | says something twice",
                "tasuki-courses.yaml | [our-school] | [materials] | は英小文字と数字とハイフンです | are of small letters",
                "tasuki-courses.yaml | [our-school] | [other] | courses/other.yaml | courses/other.yaml",
                "tasuki-courses.yaml | [our-school] | [] | は1個から50個までです | are from 1 to 50",
            })
    void eachFaultIsToldInBothLanguages(String file, String text, String other, String ja, String en) {
        byte[] zip = MaterialFile.whole()
                .change(file, text, other.replace("\\n", "\n"))
                .zip();
        refused("ja", zip, ja);
        refused("en", zip, en);
    }

    @Test
    void allFaultsAreToldAtOnce() {
        byte[] zip = MaterialFile.whole()
                .change(COURSE, "walkthrough: closing", "walkthrough: nothing")
                .change(TEXT, "教育委員会", "<b>")
                .without("courses/texts/whom.en.md")
                .zip();
        refused("en", zip, "To be corrected: 3");
    }

    @Test
    void whatIsNoMaterialIsSaidToBeNone() {
        refused("ja", "no zip".getBytes(StandardCharsets.UTF_8), "ZIPファイルではないか");
        refused("en", new byte[0], "Choose a file");
        refused("en", MaterialFile.zip(Map.of()), "no ZIP file");
        byte[] whole = MaterialFile.whole().zip();
        refused("en", Arrays.copyOf(whole, whole.length / 3), "broken", "missing");
        refused("ja", MaterialFile.whole().without("tasuki-courses.yaml").zip(), "tasuki-courses.yaml がありません");
        refused("en", MaterialFile.whole().with("courses/texts/more.ja.md", "x").zip(), "no course refers to it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "/etc/passwd",
                "courses/../../x.yaml",
                "courses\\texts\\a.ja.md",
                "courses/texts/a.fr.md",
                "courses/a.bpmn",
                "courses/texts/\u202Edm.ja.md",
                "COURSES/our-school.yaml",
                "courses/<img src=x onerror=alert(1)>.yaml",
                "a\nb"
            })
    void noNameLeadsAnywhere(String name) {
        String page = refused("en", MaterialFile.whole().with(name, "x").zip(), "belongs into course material");
        assertThat(page).doesNotContain("<img src=x", "\u202E");
    }

    @Test
    @Timeout(60)
    void whatGrowsWhenItIsUnpackedIsStopped(CapturedOutput output) {
        String much = "a".repeat(9 << 20);
        refused("en", MaterialFile.whole().with(TEXT, much).zip(), "Unpacked it is too large");
        refused("ja", MaterialFile.whole().with("courses/", much).zip(), "フォルダーに内容があります");
        Map<String, String> many = new LinkedHashMap<>();
        IntStream.range(0, 40).forEach(i -> many.put("courses/texts/t" + i + ".ja.md", "a".repeat(200 << 10)));
        refused("ja", MaterialFile.zip(many), "展開すると大きすぎます");
        Map<String, String> crowd = new LinkedHashMap<>();
        IntStream.range(0, 600).forEach(i -> crowd.put("courses/texts/t" + i + ".ja.md", "a"));
        refused("en", MaterialFile.zip(crowd), "too many files");
        assertThat(output).doesNotContain("OutOfMemory", "StackOverflow");
    }

    @Test
    @Timeout(60)
    void yamlThatGrowsOrNestsIsNoCourse() {
        String laughs = "a: &a [x]\n"
                + IntStream.range(0, 30)
                        .mapToObj(i -> "b%d: &b%d [*a, *a, *a, *a, *a, *a]\n".formatted(i, i))
                        .reduce("", String::concat);
        refused("en", MaterialFile.whole().with(COURSE, laughs).zip(), "courses/our-school.yaml");
        refused(
                "en",
                MaterialFile.whole()
                        .with(COURSE, "units: " + "[".repeat(20_000))
                        .zip(),
                "not readable");
        refused(
                "en",
                MaterialFile.whole()
                        .with(QUESTIONS, "questions: " + "{a: ".repeat(20_000))
                        .zip(),
                "not readable");
        refused(
                "en",
                MaterialFile.whole()
                        .with("tasuki-courses.yaml", "- ".repeat(20_000))
                        .zip(),
                "not readable");
        refused("en", MaterialFile.whole().with(COURSE, "*a").zip(), "courses/our-school.yaml");
        refused("en", MaterialFile.whole().with(COURSE, "%YAML 9.9\n---\na: b").zip(), "courses/our-school.yaml");
        refused("en", MaterialFile.whole().with(COURSE, "a: b\n---\na: b").zip(), "courses/our-school.yaml");
        refused("en", MaterialFile.whole().with(COURSE, "# nothing").zip(), "courses/our-school.yaml");
    }

    @Test
    void whatIsNoTextIsTold() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(TEXT, "a\u0000b");
        refused("ja", MaterialFile.zip(files), "使えない文字が含まれています");
        files.put(TEXT, "a\u202Eb");
        refused("en", MaterialFile.zip(files), "cannot be used");
    }

    @Test
    void thePageGoesOnAfterwards() {
        refused("ja", new byte[] {'P', 'K', 3, 4, 9, 9, 9}, "壊れて", "ZIP");
        assertThat(new Browser(house)
                        .uploads(
                                TRAINER,
                                PATH,
                                new MockMultipartFile(
                                        "file", MaterialFile.whole().zip())))
                .hasStatus(302);
        database.asSuperuser().sql("delete from course_upload").update();
    }

    /** Answers the page, which says one of these. */
    private String refused(String language, byte[] zip, String... told) {
        MvcTestResult answer = new Browser(house, language)
                .uploads(TRAINER, PATH, new MockMultipartFile("file", "a.zip", "application/zip", zip));
        String page = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(answer).hasStatus(422);
        assertThat(told).as(page).anyMatch(page::contains);
        assertThat(page).contains("id=\"file-problem\"");
        assertThat(database.asSuperuser()
                        .sql("select (select count(*) from course_material) + (select count(*) from course_upload)")
                        .query(Integer.class)
                        .single())
                .as("nothing is kept")
                .isZero();
        return page;
    }
}
