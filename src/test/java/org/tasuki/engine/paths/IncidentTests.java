package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tasuki.audit.AuditTrail;
import org.tasuki.casefile.Timeline;
import org.tasuki.operations.Retrying;
import org.tasuki.operations.Retrying.Outcome;
import org.tasuki.operations.Retrying.Together;
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
    private Timeline timeline;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private JdbcClient jdbc;

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
        Story story = stories.accepted();
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
        Story story = stories.accepted();
        giveUp(story);
        story.at("safetyCheck").answers("safety", "confirmed");
        assertThat(list(story)).isEmpty();
    }

    @Test
    void allOfOneCauseTogether() {
        Story one = justBeforeItsTime();
        Story other = justBeforeItsTime();
        for (Story story : List.of(one, other)) {
            Instant due = story.at("safetyCheck").item().dueAt();
            broken.fails(story, "safetyCheck", 3);
            pass(story, due.plusSeconds(1));
        }
        Together came = stories.acting().as(supervisor(), () -> retrying.all("other"));
        assertThat(came.done()).isGreaterThanOrEqualTo(2);
        assertThat(came.failed()).isZero();
        one.check().isAt("safetyCheck", "sharePoliceUnconfirmed");
        other.check().isAt("safetyCheck", "sharePoliceUnconfirmed");
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
        Story story = stories.accepted();
        return story.until(story.at("safetyCheck").item().dueAt().minusMillis(50));
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
