package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;

/** A file from elsewhere is shown to whoever brings it, in the answer itself; nothing of it is deployed or written down. */
@StoryTest
class ForeignFilePageTests {

    private static final Actor TRAINER = Actor.person("story-officer", Set.of(Role.TRAINER), StoryOffice.CENTER, null);
    private static final String PATH = "/training/file";
    private static final String DEFINITIONS = "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">";

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

    @Test
    void anotherToolsFileIsToldAndNothingIsKept() throws IOException {
        long before = kept();
        assertThat(brings("en", "camunda.bpmn", sample("camunda")))
                .hasStatusOk()
                .bodyText()
                .contains("Register the call", "Front desk", "camunda:assignee=&quot;demo&quot;", "Only on weekdays")
                .contains("What the engine would refuse", "Youth office", "Family");
        assertThat(brings("ja", "二つ.bpmn", sample("signavio")))
                .hasStatusOk()
                .bodyText()
                .contains("家庭訪問", "アドホック・サブプロセス", "magicTask", "sid-nowhere（このファイルにありません）", "二つ目", "図の配置");
        assertThat(kept()).isEqualTo(before);
    }

    private long kept() {
        return database.asSuperuser()
                .sql("select (select count(*) from process_version) + (select count(*) from engine.act_re_deployment)")
                .query(Long.class)
                .single();
    }

    @Test
    void ofTheHousesOwnNothingIsRefused() throws IOException {
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("/processes/closing.bpmn"))) {
            assertThat(brings("en", "renamed (1).bpmn", in.readAllBytes()))
                    .hasStatusOk()
                    .bodyText()
                    .contains("<p>Nothing.</p>", "Closing");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', ファイルを選んでください, Choose a file",
        "no XML, XML として読めません, cannot be read as XML",
        "<nothing/>, BPMN 2.0 のファイルではありません, no BPMN 2.0 file",
        "'<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>', DOCTYPE, DOCTYPE"
    })
    void whatIsBrokenOrHostileIsAnsweredInWords(String xml, String ja, String en) {
        assertThat(brings("ja", "a.bpmn", xml.getBytes(StandardCharsets.UTF_8)))
                .hasStatus(422)
                .bodyText()
                .contains(ja)
                .doesNotContain("root:");
        assertThat(brings("en", "a.bpmn", xml.getBytes(StandardCharsets.UTF_8)))
                .hasStatus(422)
                .bodyText()
                .contains(en);
    }

    /** What is written in a file is text on the page, whatever it is. */
    @Test
    void aScriptInANameIsText() {
        String xml = DEFINITIONS
                + "<process id=\"a\" name=\"&lt;script&gt;alert(1)&lt;/script&gt;\"><task id=\"&lt;b\" name=\"&lt;/pre&gt;&lt;img src=x onerror=alert(1)&gt;\"/></process></definitions>";
        assertThat(brings("en", "<img src=x>.bpmn", xml.getBytes(StandardCharsets.UTF_8)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<script>alert", "<img src=x")
                .contains("&lt;script&gt;alert(1)");
    }

    @Test
    @Timeout(60)
    void threeThousandStepsAreShown() {
        String tasks = IntStream.range(0, 3_000)
                .mapToObj(
                        "<userTask id=\"t%1$d\" name=\"Task %1$d\"/><sequenceFlow id=\"f%1$d\" sourceRef=\"t%1$d\" targetRef=\"t0\"/>"
                                ::formatted)
                .collect(Collectors.joining());
        String xml = DEFINITIONS + "<process id=\"a\">" + tasks + "</process></definitions>";
        assertThat(brings("en", "large.bpmn", xml.getBytes(StandardCharsets.UTF_8)))
                .hasStatusOk()
                .bodyText()
                .contains("3,000 steps", "Task 2999");
        String more = xml.replace("</process>", "<task id=\"one\"/></process>");
        assertThat(brings("en", "large.bpmn", more.getBytes(StandardCharsets.UTF_8)))
                .hasStatus(422)
                .bodyText()
                .contains("3,001 steps");
    }

    private MvcTestResult brings(String language, String name, byte[] xml) {
        return new Browser(house, language)
                .uploads(TRAINER, PATH, new MockMultipartFile("file", name, "application/xml", xml));
    }

    private static byte[] sample(String name) throws IOException {
        try (var in =
                Objects.requireNonNull(ForeignFilePageTests.class.getResourceAsStream("/foreign/" + name + ".bpmn"))) {
            return in.readAllBytes();
        }
    }
}
