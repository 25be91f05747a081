package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.audit.AuditTrail;
import org.tasuki.casefile.Timeline;
import org.tasuki.launch.TestDatabase;
import org.tasuki.operations.RetryRun;
import org.tasuki.operations.RetryRuns;
import org.tasuki.operations.RetryWatch;
import org.tasuki.operations.Retrying;
import org.tasuki.operations.Retrying.Outcome;
import org.tasuki.operations.Trouble;
import org.tasuki.operations.Troubles;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;

/** What the engine could not do is told to whoever may mend it, is late all the same, and is tried again. */
@StoryTest
@ExtendWith(OutputCaptureExtension.class)
class IncidentTests {

    @Autowired
    private Stories stories;

    @Autowired
    private BrokenTimers broken;

    @Autowired
    private Sabotage sabotage;

    @Autowired
    private Troubles troubles;

    @Autowired
    private Retrying retrying;

    @Autowired
    private TestDatabase database;

    @Autowired
    private RetryRuns runs;

    @Autowired
    private RetryWatch watch;

    @Autowired
    private WebApplicationContext house;

    @Autowired
    private Timeline timeline;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private JdbcClient jdbc;

    private final List<Story> told = new ArrayList<>();

    /** Everybody else's books are in the same database. */
    @AfterEach
    void nothingBrokenIsLeftBehind() {
        for (Story story : told) {
            list(story).forEach(this::again);
            assertThat(list(story)).isEmpty();
            story.check();
        }
    }

    @Test
    void aTimerThatFailedOnceIsTriedAgainByTheEngineAndSaysSo() {
        Story story = justBeforeItsTime();
        broken.fails(story, "safetyCheck", 1);
        Trouble trouble = of(story);
        assertThat(trouble.incident().given()).isFalse();
        assertThat(trouble.incident().left()).isEqualTo(2);
        assertThat(trouble.incident().element()).isEqualTo("safetyCheckDue");
        assertThat(again(trouble)).isEqualTo(Outcome.DONE);
        assertThat(list(story)).isEmpty();
        story.check().isAt("safetyCheck", "sharePoliceUnconfirmed");
    }

    @Test
    void aTimerThatTheEngineHasGivenUpIsLateAllTheSame(CapturedOutput log) {
        Story story = justBeforeItsTime();
        Instant due = story.at("safetyCheck").item().dueAt();
        broken.fails(story, "safetyCheck", 3);
        Trouble trouble = of(story);
        assertThat(trouble.incident().given()).isTrue();
        assertThat(trouble.due()).isEqualTo(due);
        pass(story, due.plus(Duration.ofHours(1)));
        assertThat(state(story)).isIn("over", "escalated");
        sabotage.at(Sabotage.Moment.TIMER_FIRED);
        assertThat(again(trouble)).isEqualTo(Outcome.FAILED);
        assertThat(of(story).incident().given()).as("it stays where it was").isTrue();
        assertThat(again(trouble)).isEqualTo(Outcome.DONE);
        assertThat(list(story)).isEmpty();
        story.check().isAt("safetyCheck", "sharePoliceUnconfirmed");
        assertThat(again(trouble)).as("somebody was faster").isEqualTo(Outcome.GONE);
        assertThat(outcomes(story)).containsExactly("done", "failed");
        assertThat(timelineOf(story)).containsOnlyOnce(Timeline.Kind.OVERDUE);
        assertThat(log.getAll()).contains("safetyCheckDue of " + story.number() + " failed again: other");
    }

    @Test
    void oneWhoseTimeIsYetToComeWaitsForIt() {
        Story story = accepted();
        story.until(story.at("safetyCheck").item().dueAt().minus(Duration.ofHours(2)));
        Trouble trouble = giveUp(story);
        assertThat(again(trouble)).isEqualTo(Outcome.WAITS);
        assertThat(list(story)).isEmpty();
        story.check().isAt("safetyCheck");
        story.letPass(Duration.ofHours(3)).isAt("safetyCheck", "sharePoliceUnconfirmed");
        assertThat(timelineOf(story)).containsOnlyOnce(Timeline.Kind.OVERDUE);
    }

    @Test
    void aBrokenTimerGoesWithItsTask() {
        Story story = accepted();
        giveUp(story);
        story.at("safetyCheck").answers("safety", "confirmed");
        assertThat(list(story)).isEmpty();
    }

    /** One is answered after the run has begun, one fails once more; two nodes work at the rest. */
    @Test
    void allOfOneCauseTogetherOnTwoNodes() {
        List<Story> late = List.of(overdue(), overdue(), overdue(), overdue(), overdue());
        Story changed = late.get(4);
        RetryRun run = begin().run();
        assertThat(stories.acting().as(supervisor(), () -> runs.begin("other")))
                .hasValueSatisfying(second -> assertThat(second.already()).isTrue());
        changed.at("safetyCheck").answers("safety", "confirmed");
        sabotage.at(Sabotage.Moment.TIMER_FIRED);
        Callable<Boolean> node = () -> {
            watch.look();
            return true;
        };
        AtOnce.atOnce(node, node);
        watch.look();
        Map<String, String> came = rows(run);
        assertThat(came).hasSize(5).containsEntry(changed.number().value(), "gone");
        assertThat(came.values()).containsOnlyOnce("gone").doesNotContain("waiting");
        // What broke on one node the other may have tried again before that was written down.
        assertThat(came.values().stream().filter("failed"::equals)).hasSizeLessThan(2);
        for (Story story : late.subList(0, 4)) {
            boolean failed = "failed".equals(came.get(story.number().value()));
            assertThat(outcomes(story)).as("once").containsExactly(failed ? "failed" : "done");
            assertThat(list(story)).hasSize(failed ? 1 : 0);
        }
        assertThat(find(run).state()).isEqualTo(RetryRun.State.DONE);
    }

    @Test
    void aRunStopsWhenItsOwnerMayNotMendAnyMore() {
        Story story = overdue();
        RetryRun run = begin().run();
        database.asSuperuser()
                .sql("update account set enabled = false where id = 'story-supervisor'")
                .update();
        try {
            watch.look();
        } finally {
            database.asSuperuser()
                    .sql("update account set enabled = true where id = 'story-supervisor'")
                    .update();
        }
        assertThat(find(run).state()).isEqualTo(RetryRun.State.STOPPED);
        assertThat(rows(run)).containsEntry(story.number().value(), "waiting");
        assertThat(list(story)).hasSize(1);
    }

    @Test
    void thePageOfARunIsFoundAgain() {
        Story story = overdue();
        Browser browser = new Browser(house);
        String page = browser.sends(supervisor(), "/operations/retry-all", "cause", "other")
                .getResponse()
                .getRedirectedUrl();
        assertThat(browser.opens(supervisor(), page))
                .hasStatusOk()
                .bodyText()
                .contains(story.number().value(), "完了：1件")
                .doesNotContain("??");
        assertThat(browser.opens(stories.office().at("director"), "/operations"))
                .bodyText()
                .contains("href=\"" + page + "\"", "1件のうち1件が済みました");
        assertThat(browser.opens(stories.office().at("officer"), page)).hasStatus(403);
    }

    private Story overdue() {
        Story story = justBeforeItsTime();
        Instant due = story.at("safetyCheck").item().dueAt();
        broken.fails(story, "safetyCheck", 3);
        pass(story, due.plusSeconds(1));
        return story;
    }

    private RetryRuns.Begun begin() {
        return stories.acting().as(supervisor(), () -> runs.begin("other")).orElseThrow();
    }

    private RetryRun find(RetryRun run) {
        return stories.acting().as(supervisor(), () -> runs.find(run.id())).orElseThrow();
    }

    private Map<String, String> rows(RetryRun run) {
        return stories.acting().as(supervisor(), () -> runs.rows(run)).stream()
                .collect(Collectors.toMap(RetryRun.Row::number, RetryRun.Row::state));
    }

    @Test
    void ofTwoAtOnceTheSecondIsTold() {
        Story story = justBeforeItsTime();
        broken.fails(story, "safetyCheck", 3);
        pass(story, story.at("safetyCheck").item().dueAt().plusSeconds(1));
        Trouble trouble = of(story);
        Callable<Outcome> press = () -> again(trouble);
        assertThat(AtOnce.atOnce(press, press)).containsExactlyInAnyOrder(Outcome.DONE, Outcome.GONE);
        story.check().isAt("safetyCheck", "sharePoliceUnconfirmed");
    }

    @Test
    void anotherCentersIsNotThere() {
        Story story = justBeforeItsTime();
        broken.fails(story, "safetyCheck", 1);
        Actor stranger = Actor.person("stranger", java.util.Set.of(Role.SUPERVISOR), "elsewhere", null);
        assertThat(stories.acting().as(stranger, troubles::list)).isEmpty();
        Trouble trouble = of(story);
        assertThat(stories.acting()
                        .as(stranger, () -> retrying.again(trouble.incident().job())))
                .isEqualTo(Outcome.NOT_THEIRS);
        story.isAt("safetyCheck");
        assertThat(again(trouble)).isEqualTo(Outcome.DONE);
    }

    @Test
    void howeverManyThereAreItIsFourStatements() {
        Story story = justBeforeItsTime();
        broken.fails(story, "safetyCheck", 1);
        List<String> sent = CountedStatements.during(() -> stories.acting().as(supervisor(), troubles::list));
        assertThat(sent).as(String.join("\n", sent)).hasSize(5);
        again(of(story));
    }

    private Story justBeforeItsTime() {
        Story story = accepted();
        return story.until(story.at("safetyCheck").item().dueAt().minusMillis(50));
    }

    private Story accepted() {
        Story story = stories.accepted();
        told.add(story);
        return story;
    }

    private Trouble giveUp(Story story) {
        broken.fails(story, "safetyCheck", 3);
        return of(story);
    }

    private Actor supervisor() {
        return stories.office().at("supervisor");
    }

    private Trouble of(Story story) {
        assertThat(list(story)).hasSize(1);
        return list(story).get(0);
    }

    private List<Trouble> list(Story story) {
        return stories.acting().as(supervisor(), troubles::list).stream()
                .filter(one -> one.incident().number().equals(story.number()))
                .toList();
    }

    private Outcome again(Trouble trouble) {
        return stories.acting()
                .as(supervisor(), () -> retrying.again(trouble.incident().job()));
    }

    /** Without looking into the books: they do not agree while a timer is broken. */
    private void pass(Story story, Instant until) {
        stories.acting().as(StoryOffice.SYSTEM, () -> stories.transaction()
                .executeWithoutResult(status -> stories.timers().advance(story.number(), StoryOffice.CENTER, until)));
    }

    private String state(Story story) {
        return stories.acting()
                .as(StoryOffice.SYSTEM, () -> stories.transaction().execute(status -> jdbc.sql(
                                "select state from deadline where case_number = ? and step = 'safetyCheck' and ended_at is null")
                        .param(story.number().value())
                        .query(String.class)
                        .single()));
    }

    private List<Timeline.Kind> timelineOf(Story story) {
        return stories.acting().as(StoryOffice.SYSTEM, () -> timeline.of(story.number())).stream()
                .map(Timeline.Event::kind)
                .toList();
    }

    private List<String> outcomes(Story story) {
        return stories.acting().as(supervisor(), () -> trail.of(story.number(), AuditTrail.NEWEST, 100)).stream()
                .filter(entry -> entry.act().equals("incident-retried"))
                .map(AuditTrail.Entry::detail)
                .map((Map<String, String> detail) -> detail.get("outcome"))
                .toList();
    }
}
