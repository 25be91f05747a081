package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.inbox.Priority;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Actor;
import org.tasuki.web.Notice;

/** The pages of many tasks at once: what is wrong is said, and nothing is told that the inbox would not tell. */
@StoryTest
class BulkPageTests {

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private Priority priority;

    @Autowired
    private TestDatabase database;

    @Autowired
    private WebApplicationContext house;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(house);
    }

    @Test
    void nothingOrTooMuchChosenIsSaidAndTheListStaysAsItWas() {
        MvcTestResult nothing = browser.sends(supervisor(), "/bulk", "tab", "away", "urgency", "AA");
        assertThat(nothing).hasRedirectedUrl("/inbox?tab=away&urgency=AA");
        assertThat(said(nothing)).isEqualTo("bulk.chosen.none");
        String[] many = IntStream.range(0, 1_001)
                .boxed()
                .flatMap(n -> Stream.of("task", "t" + n))
                .toArray(String[]::new);
        assertThat(said(browser.sends(supervisor(), "/bulk", many))).isEqualTo("bulk.chosen.tooMany");
        assertThat(said(browser.sends(supervisor(), "/bulk", "all", "yes", "tab", "roles", "step", "noSuchStep")))
                .isEqualTo("bulk.chosen.empty");
    }

    @Test
    void anUnknownTaskAndAnotherCentersAreTheSame() {
        String far = farTask();
        assertThat(said(browser.sends(supervisor(), "/bulk", "task", far))).isEqualTo("bulk.chosen.allGone");
        assertThat(said(browser.sends(supervisor(), "/bulk", "task", "nobodys")))
                .isEqualTo("bulk.chosen.allGone");
        assertThat(said(browser.sends(supervisor(), "/bulk", "task", "'; --\u0000")))
                .isEqualTo("bulk.chosen.allGone");
        MvcTestResult mixed = browser.sends(supervisor(), "/bulk", "task", far, "task", taskOf(stories.accepted()));
        assertThat(said(mixed)).isEqualTo("bulk.chosen.gone");
        assertThat(browser.opens(supervisor(), path(mixed))).hasStatusOk();
    }

    @Test
    void anotherPersonsRunIsNotThere() {
        String run = path(browser.sends(supervisor(), "/bulk", "task", taskOf(stories.accepted())));
        Actor director = office.at("director");
        for (String page : List.of("", "/progress", "/results", "/paper")) {
            assertThat(browser.opens(director, run + page)).as(page).hasStatus(HttpStatus.NOT_FOUND);
            // Nor has its owner anything of it before it has begun, but the choice itself.
            assertThat(browser.opens(supervisor(), run + page))
                    .as(page)
                    .hasStatus(page.isEmpty() ? HttpStatus.OK : HttpStatus.NOT_FOUND);
        }
        assertThat(browser.sends(director, run + "/beginning", "act", "print")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(browser.sends(director, run + "/cancellation")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(browser.opens(supervisor(), "/bulk/not-a-number")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void whatLacksIsSaidAtItsFieldAndKeepsTheRest() {
        String run = path(browser.sends(supervisor(), "/bulk", "task", taskOf(stories.accepted())));
        assertThat(browser.sends(supervisor(), run + "/beginning", "act", "give", "reason", "skill"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("id=\"person-problem\"")
                .containsPattern("value=\"skill\"\\s+checked");
        assertThat(browser.sends(supervisor(), run + "/beginning", "act", "give", "person", "nobody", "reason", "load"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(browser.opens(supervisor(), run + "?act=dance")).bodyText().contains("id=\"act-problem\"");
    }

    @Test
    void aSmallSelectionIsDoneWithTheAnswerAndOnce() {
        Story story = stories.accepted();
        String run = path(browser.sends(supervisor(), "/bulk", "task", taskOf(story)));
        String[] order = {"act", "give", "person", "story-officer2", "reason", "load"};
        assertThat(browser.opens(supervisor(), run + "?act=give&person=story-officer2&reason=load"))
                .bodyText()
                .contains("処理できる仕事：1件", "story-officer2さんに通知：割り振り1件", "story-officerさんに通知：担当から外れる仕事1件");
        assertThat(browser.sends(supervisor(), run + "/beginning", order)).hasRedirectedUrl(run);
        assertThat(browser.sends(supervisor(), run + "/beginning", order)).hasRedirectedUrl(run);
        assertThat(browser.opens(supervisor(), run)).bodyText().contains("終わりました", "処理した仕事：1件");
        assertThat(story.check().at("safetyCheck").item().assignee()).isEqualTo("story-officer2");
        assertThat(browser.opens(supervisor(), run + "/results")).bodyText().contains(story.number() + "\",\"");
        assertThat(browser.opens(supervisor(), "/bulk")).bodyText().contains(run);
        assertThat(browser.opens(supervisor(), run + "/paper")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void whatIsPrintedIsAPdfWithoutANameInItsOwn() throws Exception {
        Story story = stories.accepted();
        String run = path(browser.sends(office.at("officer"), "/bulk", "task", taskOf(story)));
        browser.sends(office.at("officer"), run + "/beginning", "act", "print");
        MvcTestResult paper = browser.opens(office.at("officer"), run + "/paper?sheets=yes");
        assertThat(paper).hasStatusOk();
        assertThat(paper.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .contains("tasks-" + run.substring("/bulk/".length()) + ".pdf");
        byte[] content = paper.getResponse().getContentAsByteArray();
        // To be looked at.
        Files.write(Path.of("target/tasks.pdf"), content);
        try (PDDocument document = Loader.loadPDF(content)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(new PDFTextStripper().getText(document))
                    .contains(story.number().value(), "安全確認");
        }
        assertThat(acts(run)).containsExactly("bulk-begun", "bulk-ended", "bulk-taken-out");
    }

    @Test
    void oneTaskIsPutFirstByWhoeverGivesOutTasks() {
        Story story = stories.accepted();
        String task = taskOf(story);
        assertThat(said(browser.sends(supervisor(), "/tasks/" + task + "/priority", "raised", "yes", "reason", "")))
                .isEqualTo("inbox.push.reason.missing");
        assertThat(browser.sends(
                        office.at("officer"), "/tasks/" + task + "/priority", "raised", "yes", "reason", "urgent"))
                .hasStatus(HttpStatus.NOT_FOUND);
        browser.sends(supervisor(), "/tasks/" + task + "/priority", "raised", "yes", "reason", "urgent");
        assertThat(stories.acting().as(supervisor(), () -> priority.of(task)))
                .contains(new Priority.Raised("urgent", "story-supervisor"));
        assertThat(browser.opens(office.at("officer"), "/tasks/" + task))
                .bodyText()
                .contains("story-supervisorさんの指示：急ぎ");
        assertThat(browser.sends(supervisor(), "/tasks/" + task + "/priority")).hasRedirectedUrl("/tasks/" + task);
        assertThat(story.check().at("safetyCheck").item().raised()).isFalse();
    }

    private Actor supervisor() {
        return office.at("supervisor");
    }

    private static String taskOf(Story story) {
        return story.at("safetyCheck").item().taskId();
    }

    private static String path(MvcTestResult result) {
        return Objects.requireNonNull(result.getResponse().getRedirectedUrl());
    }

    private static String said(MvcTestResult result) {
        return ((Notice) Objects.requireNonNull(
                        result.getMvcResult().getFlashMap().get("notice")))
                .key();
    }

    private List<String> acts(String run) {
        return database.asSuperuser()
                .sql("select act from audit_entry where detail ->> 'run' = ? order by id")
                .param(UUID.fromString(run.substring("/bulk/".length())).toString())
                .query(String.class)
                .list();
    }

    private String farTask() {
        database.asSuperuser()
                .sql(
                        """
                        insert into center values ('farther', 'FR', '遠い所', 'Far') on conflict do nothing;
                        insert into case_file (number, center, status, opened_at) values ('FR-2026-00001', 'farther', 'open', now())
                            on conflict do nothing;
                        insert into inbox_item (task_id, case_number, center, desk, process, step, form, wait_id, born_at, due_at)
                        values ('farther-task', 'FR-2026-00001', 'farther', 'supervisor', 'p', 's', 'f', 'w', now(), now())
                            on conflict do nothing
                        """)
                .update();
        return "farther-task";
    }
}
