package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.versions.Versions;

/** What an administrator brings in by mistake, or somebody with malice: it is answered in words, and nothing that runs has changed. */
@StoryTest
@TestPropertySource(properties = "tasuki.test.many-cases=pages of versions")
class VersionPageTests {

    private static final Actor ADMIN = Actor.person("story-officer", Set.of(Role.ADMIN), StoryOffice.CENTER, null);
    private static final String LIST = "/administration/processes";

    @Autowired
    private Stories stories;

    @Autowired
    private Versions versions;

    @Autowired
    private TestDatabase database;

    @Autowired
    private WebApplicationContext house;

    @BeforeEach
    void anOfficeWithACase() {
        stories.office().open();
    }

    static Stream<Arguments> files() {
        String shipped = NextGuidance.shipped();
        return Stream.of(
                Arguments.of("nothing of a process", "<nothing/>", "BPMN", "BPMN"),
                Arguments.of("no XML", "開庁日の一覧", "XML", "XML"),
                Arguments.of("cut off", shipped.substring(0, 5000), "XML として読めません", "cannot be read as XML"),
                Arguments.of(
                        "a file of the server",
                        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>",
                        "DOCTYPE",
                        "DOCTYPE"),
                Arguments.of("a billion laughs", laughs(), "DOCTYPE", "DOCTYPE"),
                Arguments.of(
                        "a script",
                        shipped.replaceFirst(
                                "<bpmn:userTask", "<bpmn:scriptTask id=\"evil\" scriptFormat=\"groovy\"/>$0"),
                        "scriptTask",
                        "scriptTask"),
                Arguments.of(
                        "an expression",
                        shipped.replaceFirst("<bpmn:documentation>", "$0\\${runtime.exec('id')}"),
                        "式を書けるのは",
                        "Expressions belong in"),
                Arguments.of(
                        "another condition",
                        shipped.replaceFirst("(<bpmn:conditionExpression[^>]*>)[^<]*", "$1\\${runtime.exec('id')}"),
                        "条件は",
                        "Write the condition"),
                Arguments.of(
                        "no such process",
                        shipped.replace("process id=\"guidance-center\"", "process id=\"brand-new\""),
                        "「brand-new」という手順はありません",
                        "There is no process brand-new here"),
                Arguments.of("no form", shipped.replace(" flowable:formKey=\"safety-check\"", ""), "様式", "form"),
                Arguments.of(
                        "a form that is not there",
                        shipped.replace("\"safety-check\"", "\"x-check\""),
                        "x-check",
                        "x-check"),
                Arguments.of("two processes", twice(shipped), "1 つだけ", "exactly one"),
                Arguments.of("too many elements", many(4000), "要素が多すぎます", "too many elements"),
                Arguments.of("very many ways", many(2500), "先に直すところ", "What must change first"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    @Timeout(60)
    void aFileThatCannotBeUsedIsAnsweredWithWhatIsTheMatter(String name, String xml, String ja, String en) {
        Map<String, Object> before = atWork();
        String page = brings(new Browser(house), xml, versions.today().toString())
                .getResponse()
                .getRedirectedUrl();
        assertThat(page).as("a page of its own").startsWith(LIST + "/");
        assertThat(new Browser(house, "ja").opens(ADMIN, page))
                .hasStatusOk()
                .bodyText()
                .contains("このファイルは受け付けませんでした")
                .contains(ja)
                .doesNotContain("root:");
        assertThat(new Browser(house, "en").opens(ADMIN, page))
                .hasStatusOk()
                .bodyText()
                .contains("This file was refused")
                .contains(en);
        assertThat(atWork()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-04-01, 過ぎた日です, This day has passed",
        "2199-04-01, 2年以内の日, within two years",
        "2026-02-30, 日付を, Give a day",
        "soon, 日付を, Give a day",
        "'', 日付を, Give a day"
    })
    void aDayThatCannotBeIsRefusedAtItsField(String day, String ja, String en) {
        refused("ja", NextGuidance.changed().getBytes(StandardCharsets.UTF_8), day, "from-problem", ja);
        refused("en", NextGuidance.changed().getBytes(StandardCharsets.UTF_8), day, "from-problem", en);
    }

    @Test
    void aFileThatIsTooLargeOrEmptyOrSaysNothingNewIsRefusedAtItsField() {
        String today = versions.today().toString();
        refused("ja", new byte[10_000_000], today, "file-problem", "ファイルが大きすぎます");
        refused("en", new byte[1_100_000], today, "file-problem", "The file is too large");
        refused("ja", new byte[0], today, "file-problem", "ファイルを選んでください");
        byte[] same = NextGuidance.shipped().getBytes(StandardCharsets.UTF_8);
        refused("ja", same, today, "file-problem", "同じ内容です");
        byte[] spaced = NextGuidance.shipped()
                .replace("<bpmn:userTask ", "<!-- x --><bpmn:userTask   ")
                .getBytes(StandardCharsets.UTF_8);
        refused("en", spaced, today, "file-problem", "says the same");
    }

    /** What waits for the first of a month is compared with what is brought in for a later day. */
    @Test
    void aFileThatWaitsAlreadyIsNotBroughtInTwiceAndTheOldOneMayFollowIt() {
        LocalDate day = versions.today().plusDays(30);
        String changed = NextGuidance.shipped().replaceFirst("<bpmn:documentation>", "$0改正。");
        Browser browser = new Browser(house);
        String page = brings(browser, changed, day.toString()).getResponse().getRedirectedUrl();
        refused("ja", changed.getBytes(StandardCharsets.UTF_8), day.plusDays(1).toString(), "file-problem", "同じ内容です");
        String back = brings(browser, NextGuidance.shipped(), day.plusDays(9).toString())
                .getResponse()
                .getRedirectedUrl();
        for (String one : List.of(page, back)) {
            assertThat(browser.sends(ADMIN, one + "/withdrawal")).hasStatus3xxRedirection();
            assertThat(browser.sends(ADMIN, one + "/withdrawal")).hasStatus3xxRedirection();
        }
    }

    /** Roles, forms and limits by the names that people know them by. */
    @ParameterizedTest
    @CsvSource({
        "ja, 担当：児童福祉司 → 指導教育担当児童福祉司, 期限の規則：子どもの意見聴取等措置 →, 名前：判定会議 → 総合判定会議, 手順そのもの",
        "en, Done by: Child welfare officer → Supervisor, Rule of the limit: , Name: Judgement meeting → Whole judgement, The process itself"
    })
    void aComparisonIsReadInWords(String language, String roles, String limit, String name, String process) {
        String changed = NextGuidance.shipped()
                .replace(
                        "candidateGroups=\"officer\" flowable:formKey=\"safety-check\"",
                        "candidateGroups=\"supervisor\" flowable:formKey=\"safety-check\"")
                .replace("(execution, 'child-view')", "(execution, 'measure')")
                .replace("name=\"判定会議\"", "name=\"総合判定会議\"")
                .replace(">Judgement meeting<", ">Whole judgement<")
                .replaceFirst("<bpmn:documentation>", "$0改正。");
        Browser browser = new Browser(house, language);
        String page = brings(browser, changed, versions.today().plusDays(3).toString())
                .getResponse()
                .getRedirectedUrl();
        assertThat(browser.opens(ADMIN, page))
                .hasStatusOk()
                .bodyText()
                .contains(roles)
                .contains(limit)
                .contains(name)
                .contains(process);
        assertThat(browser.sends(ADMIN, page + "/withdrawal")).hasStatus3xxRedirection();
    }

    @Test
    void aNameOfAFileIsNoWayAndNoMarkUp() {
        MockMultipartFile file = new MockMultipartFile(
                "file",
                "../../etc/<script>alert(1)</script>.bpmn",
                "text/xml",
                "<x/>".getBytes(StandardCharsets.UTF_8));
        String page = new Browser(house)
                .uploads(ADMIN, LIST, file, "from", versions.today().toString())
                .getResponse()
                .getRedirectedUrl();
        assertThat(new Browser(house).opens(ADMIN, page))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<script>alert")
                .doesNotContain("../");
    }

    private void refused(String language, byte[] xml, String day, String field, String said) {
        Map<String, Object> before = atWork();
        MvcTestResult answer = new Browser(house, language)
                .uploads(ADMIN, LIST, new MockMultipartFile("file", "a.bpmn", "text/xml", xml), "from", day);
        assertThat(answer)
                .hasStatus(422)
                .bodyText()
                .contains("id=\"" + field + "\"")
                .contains(said);
        assertThat(atWork()).isEqualTo(before);
    }

    private static MvcTestResult brings(Browser browser, String xml, String day) {
        MockMultipartFile file =
                new MockMultipartFile("file", "変更.bpmn", "text/xml", xml.getBytes(StandardCharsets.UTF_8));
        return browser.uploads(ADMIN, LIST, file, "from", day);
    }

    /** What new cases begin by, and what waits to be. */
    private Map<String, Object> atWork() {
        return database.asSuperuser()
                .sql(
                        """
                select (select count(*) from engine.act_re_procdef) as engine,
                       (select count(*) from process_version where state <> 'refused' or xml is not null) as kept
                """)
                .query()
                .singleRow();
    }

    private static String laughs() {
        String more = IntStream.range(1, 10)
                .mapToObj(n -> "<!ENTITY l%d \"%s\">"
                        .formatted(n, "&l%d;".formatted(n - 1).repeat(10)))
                .collect(Collectors.joining());
        return "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY l0 \"lol\">" + more + "]><x>&l9;</x>";
    }

    private static String twice(String xml) {
        String process = xml.substring(xml.indexOf("<bpmn:process "), xml.indexOf("</bpmn:process>") + 15);
        return xml.replace("</bpmn:process>", "</bpmn:process>" + process.replace("\"guidance-center\"", "\"two\""));
    }

    /** Sound by itself, under a megabyte, and nothing that anybody could read. */
    private static String many(int gateways) {
        String tasks = IntStream.range(0, gateways)
                .mapToObj(n ->
                        "<bpmn:exclusiveGateway id=\"g%d\"/><bpmn:sequenceFlow id=\"a%1$d\" sourceRef=\"g%1$d\" targetRef=\"g%2$d\"/><bpmn:sequenceFlow id=\"b%1$d\" sourceRef=\"g%1$d\" targetRef=\"g%2$d\"/>"
                                .formatted(n, n + 1))
                .collect(Collectors.joining());
        return NextGuidance.shipped().replace("</bpmn:process>", tasks + "</bpmn:process>");
    }
}
