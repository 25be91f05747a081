package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tasuki.casefile.EndingReason;
import org.tasuki.casefile.Refusal;
import org.tasuki.deadlines.Deadlines;
import org.tasuki.deadlines.RunningDeadline;
import org.tasuki.disclosure.DisclosureSteps;
import org.tasuki.disclosure.Disclosures;
import org.tasuki.disclosure.Request;
import org.tasuki.limits.LimitDecisions;

/** A limit that is stopped, goes on, or is let go for another date; and never without an end. */
@StoryTest
class StandingStillTests {

    private static final EndingReason WHY = new EndingReason("請求書の補正を求めたため");

    @Autowired
    private Stories stories;

    @Autowired
    private LimitDecisions decisions;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private Disclosures disclosures;

    @Autowired
    private DisclosureSteps steps;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aWaivedLimitEndsAsWaivedAndTheAgreedDateRunsWarnsAndClimbs() {
        Story story = stories.investigated()
                .at("urgencySheet")
                .answers()
                .at("hearChild")
                .answers();
        story.at("judgementMeeting").isDue("2026-06-16T00:00");
        waive(story, "judgementMeeting", "2026-07-10");
        story.check().at("judgementMeeting").isDue("2026-07-11T00:00");
        assertThat(story.at("judgementMeeting").item().standing()).isEqualTo("agreed");
        assertThat(states(story, "judgementMeeting")).containsExactly("waived", "running");
        assertThat(trail(story)).contains("deadline-waived");
        assertThat(events(story)).contains("WAIVED");

        story.until("2026-07-09T00:00");
        assertThat(said(story)).containsExactly("warning");
        story.until("2026-07-12T00:00");
        assertThat(said(story)).containsExactly("warning", "over", "escalated", "escalated");
        story.at("judgementMeeting").answers();
        assertThat(states(story, "judgementMeeting")).containsExactly("waived", "met late");
    }

    @Test
    void oneAgreedDateGivesWayToAnother() {
        Story story = stories.accepted().at("safetyCheck").answers("safety", "confirmed");
        waive(story, "socialDiagnosis", "2026-06-30");
        waive(story, "socialDiagnosis", "2026-07-15");
        story.check().at("socialDiagnosis").isDue("2026-07-16T00:00").answers();
        assertThat(states(story, "socialDiagnosis")).containsExactly("waived", "superseded", "met");
    }

    @Test
    void theLawsLimitAndWhatIsOverAndADayTooFarAreNotWaived() {
        Story story = stories.accepted();
        refused(() -> waive(story, "safetyCheck", "2026-06-10"), "limits.refused.notAllowed");
        story.at("safetyCheck").answers("safety", "confirmed");
        refused(() -> waive(story, "socialDiagnosis", "2026-06-01"), "limits.day.range");
        refused(() -> waive(story, "socialDiagnosis", "2026-09-02"), "limits.day.range");
        refused(
                () -> stories.acting()
                        .as(
                                stories.office().at("officer"),
                                () -> decisions.waive(
                                        story.file(),
                                        open(story, "socialDiagnosis").id(),
                                        LocalDate.parse("2026-06-20"),
                                        WHY)),
                "limits.refused.notYours");
        refused(() -> pause(story, "socialDiagnosis", "2026-06-10"), "limits.refused.notAllowed");
        story.at("socialDiagnosis").timesOut();
        refused(() -> waive(story, "socialDiagnosis", "2026-06-30"), "limits.refused.notRunning");
        assertThat(states(story, "socialDiagnosis")).containsExactly("escalated");
    }

    /** 30 days from 1 June end with 1 July; five midnights pass while the request is corrected. */
    @Test
    void whatStandsStillGoesOnWithTheDaysItHadLeft() {
        Story story = asked().until("2026-06-10T10:00");
        pause(story, "prepare", "2026-06-30");
        story.check().at("prepare").isDue("2026-07-23T00:00");
        assertThat(story.at("prepare").item().standing()).isEqualTo("paused");
        assertThat(states(story, "prepare")).containsExactly("paused");

        story.until("2026-06-15T15:00");
        resume(story);
        story.check().at("prepare").isDue("2026-07-07T00:00");
        assertThat(story.at("prepare").item().standing()).isEqualTo("running");
        assertThat(request(story).dueOn()).isEqualTo(LocalDate.parse("2026-07-06"));
        assertThat(events(story)).contains("PAUSED", "RESUMED");
        assertThat(trail(story)).contains("deadline-paused", "deadline-resumed");

        // The law gives one limit for all of it: the next step has the same end.
        does(story, "officer", request -> steps.propose(request, ""));
        story.check().at("decide").isDue("2026-07-07T00:00");
        does(story, "director", request -> steps.giveBack(request, WHY, ""));
        does(story, "officer", request -> steps.extend(request, WHY, ""));
        story.check().at("prepareExtended").isDue("2026-08-06T00:00");
        assertThat(request(story).dueOn()).isEqualTo(LocalDate.parse("2026-08-05"));
    }

    @Test
    void onItsLatestDayItGoesOnByItselfAndSaysNothingBefore() {
        Story story = asked().until("2026-06-10T10:00");
        pause(story, "prepare", "2026-06-12");
        story.until("2026-06-13T00:00");
        story.at("prepare").isDue("2026-07-05T00:00");
        assertThat(states(story, "prepare")).containsExactly("running");
        story.until("2026-07-06T00:00");
        assertThat(said(story)).containsExactly("warning", "warning", "over", "escalated", "escalated");
    }

    /** Nobody looked for weeks: the engine's timer goes off on a limit that still stands still, and tells all of it once. */
    @Test
    void whatNobodyLetGoOnIsOverAllTheSame() {
        Story story = asked().until("2026-06-10T10:00");
        pause(story, "prepare", "2026-06-12");
        bySystem(() -> jdbc.sql(
                        "update deadline set wake_at = now() + interval '10 years' where case_number = ? and state = 'paused'")
                .param(story.number().value())
                .update());
        story.until("2026-07-05T01:00");
        assertThat(states(story, "prepare")).containsExactly("escalated");
        assertThat(said(story)).containsExactly("warning", "warning", "over", "escalated");
    }

    @Test
    void itIsStoppedOnceAtATimeAndResumedOnlyWhenItStands() {
        Story story = asked();
        refused(() -> resume(story), "limits.refused.notRunning");
        pause(story, "prepare", "2026-06-05");
        refused(() -> pause(story, "prepare", "2026-06-06"), "limits.refused.notRunning");
        refused(() -> waive(story, "prepare", "2026-06-06"), "limits.refused.notAllowed");
        resume(story);
        story.check().at("prepare").isDue("2026-07-02T00:00");
        refused(() -> pause(story, "prepare", "2026-07-02"), "limits.day.range");
        refused(() -> pause(story, "prepare", "2026-05-31"), "limits.day.range");
    }

    @Test
    void doneWhileItStandsIsDoneInTime() {
        Story story = asked().until("2026-06-10T10:00");
        pause(story, "prepare", "2026-06-30");
        story.until("2026-06-12T09:00");
        does(story, "officer", request -> steps.propose(request, ""));
        assertThat(states(story, "prepare")).containsExactly("met");
        // The pause ended with the step: two midnights, not twenty.
        story.check().at("decide").isDue("2026-07-04T00:00");
    }

    private Story asked() {
        Story story = stories.accepted().withOnTeam("officer", "reception");
        as("officer", () -> disclosures.open(story.file(), "self", LocalDate.parse("2026-06-01")));
        return story.check();
    }

    private void waive(Story story, String step, String day) {
        long id = open(story, step).id();
        as("supervisor", () -> {
            decisions.waive(story.file(), id, LocalDate.parse(day), WHY);
            return id;
        });
    }

    private void pause(Story story, String step, String latest) {
        long id = open(story, step).id();
        as("supervisor", () -> {
            decisions.pause(story.file(), id, LocalDate.parse(latest), WHY);
            return id;
        });
    }

    private void resume(Story story) {
        long id = open(story, "prepare").id();
        as("supervisor", () -> {
            decisions.resume(story.file(), id);
            return id;
        });
    }

    private interface Deed {
        void on(Request request);
    }

    private void does(Story story, String desk, Deed deed) {
        as(desk, () -> {
            deed.on(disclosures.of(story.number()).get(0));
            return desk;
        });
    }

    private Request request(Story story) {
        return as("supervisor", () -> disclosures.of(story.number()).get(0));
    }

    private static void refused(ThrowingCallable work, String why) {
        assertThatThrownBy(work).isInstanceOf(Refusal.class).hasMessage(why);
    }

    private RunningDeadline open(Story story, String step) {
        return bySystem(() -> deadlines.ofCase(story.number()).stream()
                .filter(open -> open.step().equals(step))
                .findFirst()
                .orElseThrow());
    }

    private List<String> states(Story story, String step) {
        return strings("select state from deadline where case_number = ? and step = '" + step + "' order by id", story);
    }

    /** Of the judgement meeting, or of the preparation: the last that was opened of them, all rounds. */
    private List<String> said(Story story) {
        return strings(
                """
                select a.kind from deadline_announcement a join deadline d on d.id = a.deadline
                where a.case_number = ? and d.step in ('judgementMeeting', 'prepare') order by a.deadline, a.round, a.step
                """,
                story);
    }

    private List<String> trail(Story story) {
        return strings("select act from audit_entry where case_number = ?", story);
    }

    private List<String> events(Story story) {
        return strings("select kind from case_event where case_number = ?", story);
    }

    private List<String> strings(String sql, Story story) {
        return bySystem(() ->
                jdbc.sql(sql).param(story.number().value()).query(String.class).list());
    }

    private <T> T as(String desk, Supplier<T> work) {
        return stories.acting().as(stories.office().at(desk), work);
    }

    private <T> T bySystem(Supplier<T> work) {
        return stories.acting()
                .as(StoryOffice.SYSTEM, () -> stories.transaction().execute(status -> work.get()));
    }
}
