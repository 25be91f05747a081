package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.casefile.CaseEnding;
import org.tasuki.casefile.EndingReason;
import org.tasuki.casefile.Exclusions;
import org.tasuki.casefile.Refusal;
import org.tasuki.deadlines.CaseFacts;
import org.tasuki.inbox.Completion;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.TaskWords;
import org.tasuki.launch.TestDatabase;
import org.tasuki.matters.Matter;
import org.tasuki.matters.MatterDates;
import org.tasuki.matters.Matters;
import org.tasuki.matters.NewDate;
import org.tasuki.matters.NewMatter;
import org.tasuki.notices.LadderWatch;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.referral.NewHandOver;
import org.tasuki.terms.Japan;

/** What somebody begins from a case beside its flow has an owner and a limit like everything else. */
abstract class MatterStories {

    @Autowired
    private Stories stories;

    @Autowired
    private Matters matters;

    @Autowired
    private MatterDates dates;

    @Autowired
    private NewHandOver handOvers;

    @Autowired
    private TaskWords words;

    @Autowired
    private CaseEnding ending;

    @Autowired
    private Exclusions exclusions;

    @Autowired
    private LadderWatch watch;

    @Autowired
    private CaseFacts facts;

    @Autowired
    private TestDatabase database;

    @Test
    void aReminderToAColleagueWaitsInTheirInboxUntilItsDayEnds() {
        Story story = accepted();
        begin(story, "officer", "reminder", "2026-06-10", "person:story-officer2");
        InboxItem task = story.isAt("safetyCheck", "doMatter")
                .at("doMatter")
                .isDue("2026-06-11T00:00")
                .item();
        assertThat(task.assignee()).isEqualTo("story-officer2");
        assertThat(as("officer", () -> words.of(task)))
                .map(TaskWords.Words::text)
                .contains("学校に電話する");
        assertThat(done(story, task.taskId(), "story-officer2")).isTrue();
        assertThat(states(story)).containsExactly("done");
        story.isAt("safetyCheck");
    }

    @Test
    void aOneOffTaskWaitsAtTheDeskThatItIsFor() {
        Story story = accepted();
        begin(story, "officer", "errand", "2026-06-03", "desk:lawyer");
        assertThat(story.at("doMatter").item().desk()).isEqualTo("lawyer");
        story.at("doMatter").answers("result", "dropped", "why", "先に解決したため");
        assertThat(states(story)).containsExactly("dropped");
    }

    @Test
    void severalAtOnceHaveEachTheirOwnDay() {
        Story story = accepted();
        begin(story, "officer", "reminder", "2026-06-20", "desk:psychologist");
        begin(story, "supervisor", "errand", "2026-06-05", "desk:lawyer");
        assertThat(story.open().stream().filter(item -> item.step().equals("doMatter")))
                .extracting(item -> item.desk() + " " + item.dueAt())
                .containsExactlyInAnyOrder("psychologist 2026-06-20T15:00:00Z", "lawyer 2026-06-05T15:00:00Z");
    }

    @Test
    void whatIsLateClimbsTheLadderAndSaysWhy() {
        Story story = accepted();
        begin(story, "officer", "errand", "2026-06-02", "desk:lawyer");
        story.at("doMatter").timesOut().isAt("safetyCheck", "doMatter");
        story.until("2026-06-10T09:00");
        watch.look();
        assertThat(announced(story)).containsExactly("warning", "over", "escalated supervisor", "escalated director");
        story.at("doMatter").answers("result", "done");
        assertThat(state(story)).isEqualTo("met late");
    }

    @Test
    void itCanBeForTodayAndNotForYesterday() {
        Story story = accepted();
        begin(story, "officer", "reminder", "2026-06-01", "desk:officer");
        story.at("doMatter").isDue("2026-06-02T00:00");
        refused(story, "day", "2026-05-31", "desk:officer");
        refused(story, "day", "2029-01-01", "desk:officer");
        refused(story, "day", "昨日", "desk:officer");
    }

    /** The day was corrected to one before the matter was begun: it is due at once, and whoever must hear of it does. */
    @Test
    void aDayThatIsCorrectedToBeforeItsStartIsOverAtOnceAndClimbs() {
        Story story = accepted();
        String started = story.today().toString();
        begin(story, "officer", "errand", "2026-06-10", "desk:lawyer");
        UUID matter = as("officer", () -> matters.of(story.number()).get(0).id());
        Instant before = LocalDate.parse("2026-05-20").atStartOfDay(Japan.ZONE).toInstant();
        as("supervisor", () -> stories.transaction().execute(status -> {
            facts.note(
                    story.number(), StoryOffice.CENTER, Map.of(CaseFacts.of("matter-due", matter.toString()), before));
            return true;
        }));
        story.check().at("doMatter").isDue(started);
        story.letPass(Duration.ofMinutes(1)).isAt("safetyCheck", "doMatter");
        assertThat(announced(story)).containsExactly("over", "escalated supervisor");
        assertThat(story.at("doMatter").item().over()).isTrue();
        story.letPass(Duration.ofDays(8));
        assertThat(announced(story)).endsWith("escalated director");
        story.at("doMatter").answers("result", "done");
        assertThat(state(story)).isEqualTo("met late");
    }

    @ParameterizedTest
    @CsvSource({"desk:police", "desk:admin", "person:story-admin", "person:nobody", "''", "story-officer2"})
    void itIsForWhoWorksOnTheCaseOrADeskOfTheCenter(String to) {
        refused(accepted(), "to", "2026-06-10", to);
    }

    @Test
    void itIsNotGivenToWhoeverTheCaseIsKeptFrom() {
        Story story = accepted().withOnTeam("psychologist");
        as("supervisor", () -> {
            exclusions.exclude(story.file(), "story-psychologist", "relative");
            return true;
        });
        refused(story, "to", "2026-06-10", "person:story-psychologist");
    }

    @Test
    void itIsNotGivenToTheAbsent() {
        Story story = accepted().withOnTeam("medical");
        int absence = database.asSuperuser()
                .sql(
                        """
                        insert into absence (center, account, kind, starts_at, ends_at, entered_by, entered_at)
                        values (?, 'story-medical', 'leave', now() - interval '1 day', now() + interval '1 day',
                                'story-medical', now()) returning id
                        """)
                .param(StoryOffice.CENTER)
                .query(Integer.class)
                .single();
        try {
            refused(story, "to", "2026-06-10", "person:story-medical");
        } finally {
            database.asSuperuser()
                    .sql("update absence set cancelled_at = now(), cancelled_by = 'story-medical' where id = ?")
                    .param(absence)
                    .update();
        }
    }

    @Test
    void theSameFormSentTwiceBeginsOneMatter() {
        Story story = accepted();
        NewMatter twice = matter("errand", "2026-06-10", "desk:lawyer");
        for (int i = 0; i < 2; i++) {
            begin(story, "officer", twice);
        }
        story.isAt("safetyCheck", "doMatter");
    }

    @Test
    void onlyWhoeverBeganItTakesItBack() {
        Story story = accepted();
        begin(story, "officer", "reminder", "2026-06-10", "desk:officer");
        assertThatThrownBy(() -> withdraw(story, "supervisor")).hasMessage("matters.notYours");
        story.isAt("safetyCheck", "doMatter");
        withdraw(story, "officer");
        withdraw(story, "officer");
        story.check().isAt("safetyCheck");
        assertThat(states(story)).containsExactly("withdrawn");
        assertThat(state(story)).isEqualTo("cancelled");
    }

    @Test
    void withTheCaseItEnds() {
        Story story = accepted();
        begin(story, "officer", "reminder", "2026-06-10", "desk:officer");
        as("supervisor", () -> {
            ending.withdraw(story.number(), new EndingReason("誤って受け付けたため"));
            return true;
        });
        story.isGone();
        assertThat(states(story)).containsExactly("stopped");
        refused(story, "kind", "2026-06-10", "desk:officer");
    }

    @Test
    void aCaseDoesNotCloseOverAMatterThatIsOpen() {
        Story story = stories.atClosing().withOnTeam("officer");
        begin(story, "officer", "errand", "2026-07-10", "desk:lawyer");
        story.at("approveClosing").isRefused("closing", "closing", "approved");
        story.at("doMatter").answers("result", "done");
        story.at("approveClosing").answers("closing", "approved");
        story.isGone();
    }

    @Test
    void whereTheFlowEndsOtherwiseNothingIsLeftBehind() {
        Story story = stories.begin().at("reception").answers().withOnTeam("officer");
        begin(story, "officer", "errand", "2026-07-10", "desk:lawyer");
        story.at("screening")
                .answers("meeting", "regular")
                .at("acceptanceMeeting")
                .answers("acceptance", "advice")
                .at("advice")
                .answers()
                .ended("adviceOnly");
        assertThat(states(story)).containsExactly("stopped");
    }

    @Test
    void aHandOverBegunFromTheCaseGoesTheWayOfAllOthers() {
        Story story = accepted();
        handOver(story, "story-police");
        story.isAt("safetyCheck", "preparePoliceReferral");
        story.at("preparePoliceReferral").answers("agency", "story-police", "jointInterview", "no");
        story.at("approvePoliceReferral").answers("approval", "approved");
        assertThat(story.at("awaitPoliceAnswer").item().desk()).isEqualTo("agency:story-police");
        story.at("awaitPoliceAnswer").answers("answer", "accepted").isAt("safetyCheck");
        handOver(story, "story-school");
        story.at("prepareSupportReferral").answers("agency", "story-school");
        story.at("approveSupportReferral").answers("approval", "dropped").isAt("safetyCheck");
    }

    @Test
    void aHandOverBegunFromTheCaseKeepsItFromClosingAndIsRecalledWithIt() {
        Story story = stories.atClosing().withOnTeam("officer");
        handOver(story, "story-support");
        story.at("approveClosing").isRefused("closing", "closing", "approved");
        as("supervisor", () -> {
            ending.withdraw(story.number(), new EndingReason("転居のため"));
            return true;
        });
        story.isGone();
    }

    /** Advice at the reception ends the flow while the police have the beside hand-over in hands. */
    @Test
    void aHandOverBegunFromTheCaseIsTakenBackWhereTheFlowEndsOtherwise() {
        Story story = stories.begin().at("reception").answers().withOnTeam("officer");
        handOver(story, "story-police");
        story.at("preparePoliceReferral")
                .answers("agency", "story-police", "jointInterview", "no")
                .at("approvePoliceReferral")
                .answers("approval", "approved")
                .isAt("screening", "awaitPoliceAnswer")
                .at("screening")
                .answers("meeting", "regular")
                .at("acceptanceMeeting")
                .answers("acceptance", "advice")
                .at("advice")
                .answers()
                .ended("adviceOnly");
        assertThat(database.asSuperuser()
                        .sql("select state from hand_over where case_number = ?")
                        .param(story.number().value())
                        .query(String.class)
                        .list())
                .containsExactly("dropped");
        assertThat(events(story)).contains("RECALLED");
        assertThat(openDeadlines(story)).isZero();
    }

    /** The answer has come, and the interview that it promised is still to be held. */
    @Test
    void aCaseDoesNotCloseOverAnInterviewOfAHandOverBegunBeside() {
        Story story = stories.atClosing().withOnTeam("officer");
        handOver(story, "story-police");
        story.at("preparePoliceReferral")
                .answers("agency", "story-police", "jointInterview", "yes")
                .at("approvePoliceReferral")
                .answers("approval", "approved")
                .at("awaitPoliceAnswer")
                .answers("answer", "accepted")
                .isAt("approveClosing", "jointInterview");
        story.at("approveClosing").isRefused("closing", "closing", "approved");
        story.at("jointInterview").answers();
        story.at("approveClosing").answers("closing", "approved");
        story.isGone();
    }

    @Test
    void aHandOverBegunFromTheCaseIsTakenBackWhenTheCaseIsJoined() {
        Story story = accepted();
        Story other = stories.accepted();
        handOver(story, "story-school");
        as("supervisor", () -> {
            ending.join(story.number(), other.number(), new EndingReason("同じ子どものため"));
            return true;
        });
        story.isGone();
        assertThat(openDeadlines(story)).isZero();
        other.check();
    }

    @Test
    void whoeverBeganItMovesItsDateAndTheOldOneStays() {
        Story story = accepted();
        begin(story, "officer", "reminder", "2026-06-02", "desk:lawyer");
        begin(story, "officer", "errand", "2026-06-04", "desk:psychologist");
        story.until("2026-06-03T09:00");
        watch.look();
        assertThat(announced(story)).contains("over");
        Matter late = as("officer", () -> matters.of(story.number())).stream()
                .filter(one -> one.desk().equals("lawyer"))
                .findFirst()
                .orElseThrow();
        moves(story, late, "officer", "2026-06-20", "弁護士の都合のため");
        moves(story, late, "officer", "2026-06-20", "弁護士の都合のため");
        story.check();
        assertThat(story.open().stream().filter(item -> item.step().equals("doMatter")))
                .extracting(item -> item.desk() + " " + item.dueAt())
                .containsExactlyInAnyOrder("lawyer 2026-06-20T15:00:00Z", "psychologist 2026-06-04T15:00:00Z");
        assertThat(as("officer", () -> dates.of(late.id())))
                .extracting(one -> one.from() + " " + one.to() + " " + one.reason())
                .containsExactly("2026-06-02 2026-06-20 弁護士の都合のため");
        assertThat(database.asSuperuser()
                        .sql(
                                """
                                select c.why || ' ' || d.round || ' ' || d.announced || ' ' || d.state
                                from deadline_change c join deadline d on d.id = c.deadline where d.case_number = ?
                                """)
                        .param(story.number().value())
                        .query(String.class)
                        .list())
                .containsExactly("fact 2 0 running");
        story.until("2026-06-21T09:00");
        watch.look();
        assertThat(announced(story).stream().filter("over"::equals)).hasSize(3);
    }

    @Test
    void aDateIsMovedByNobodyElseNorIntoThePastNorAfterTheEnd() {
        Story story = accepted();
        begin(story, "officer", "reminder", "2026-06-10", "desk:officer");
        Matter matter = as("officer", () -> matters.of(story.number())).get(0);
        assertThatThrownBy(() -> moves(story, matter, "supervisor", "2026-06-20", "-"))
                .hasMessage("matters.move.over");
        assertThatThrownBy(() -> moves(story, matter, "officer", "2026-05-31", "-"))
                .hasMessage("matters.day.past");
        assertThatThrownBy(() -> moves(story, matter, "officer", "2029-01-01", "-"))
                .hasMessage("matters.day.far");
        assertThatThrownBy(() -> moves(story, matter, "officer", "2026-06-10", "-"))
                .hasMessage("matters.move.same");
        assertThatThrownBy(() -> moves(story, matter, "officer", "2026-06-20", " "))
                .hasMessage("matters.move.reason.missing");
        withdraw(story, "officer");
        assertThatThrownBy(() -> moves(story, matter, "officer", "2026-06-20", "-"))
                .hasMessage("matters.move.over");
    }

    @Test
    void anAgencyIsNotAskedTwiceAtOnceNorOneThatIsNone() {
        Story story = accepted();
        handOver(story, "story-police");
        assertThatThrownBy(() -> handOver(story, "story-police")).hasMessage("referral.new.underWay");
        assertThatThrownBy(() -> handOver(story, "nobody")).hasMessage("referral.new.agency");
        assertThatThrownBy(() -> as("supervisor", () -> {
                    handOvers.begin(story.file(), "story-school", " ");
                    return true;
                }))
                .hasMessage("referral.new.purpose.missing");
    }

    private Story accepted() {
        return stories.accepted().withOnTeam("officer", "officer2");
    }

    private void handOver(Story story, String agency) {
        as("supervisor", () -> {
            handOvers.begin(story.file(), agency, "援助要請");
            return true;
        });
        story.check();
    }

    private void begin(Story story, String desk, String kind, String day, String to) {
        begin(story, desk, matter(kind, day, to));
    }

    private void begin(Story story, String desk, NewMatter matter) {
        as(desk, () -> {
            matters.begin(story.file(), matter);
            return true;
        });
        story.check();
    }

    private void moves(Story story, Matter matter, String desk, String day, String reason) {
        as(desk, () -> {
            dates.move(story.file(), matter.id(), NewDate.of(day, reason));
            return true;
        });
    }

    private List<String> events(Story story) {
        return database.asSuperuser()
                .sql("select kind from case_event where case_number = ?")
                .param(story.number().value())
                .query(String.class)
                .list();
    }

    private long openDeadlines(Story story) {
        return database.asSuperuser()
                .sql("select count(*) from deadline where case_number = ? and ended_at is null")
                .param(story.number().value())
                .query(Long.class)
                .single();
    }

    private static NewMatter matter(String kind, String day, String to) {
        return NewMatter.of(UUID.randomUUID().toString(), kind, "学校に電話する", day, to);
    }

    private void refused(Story story, String field, String day, String to) {
        List<String> before = story.steps();
        assertThatThrownBy(() -> begin(story, "supervisor", "errand", day, to))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
        assertThat(story.steps()).isEqualTo(before);
    }

    private void withdraw(Story story, String desk) {
        as(desk, () -> {
            matters.withdraw(story.file(), matters.of(story.number()).get(0).id());
            return true;
        });
    }

    private boolean done(Story story, String task, String account) {
        return stories.acting()
                .as(
                        Actor.person(account, Set.of(Role.OFFICER), StoryOffice.CENTER, null),
                        () -> stories.desk().complete(task, Map.of("result", List.of("done")))
                                instanceof Completion.Done);
    }

    private List<String> states(Story story) {
        return as(
                "supervisor",
                () -> matters.of(story.number()).stream().map(Matter::state).toList());
    }

    private String state(Story story) {
        return database.asSuperuser()
                .sql("select state from deadline where case_number = ? and rule = 'matter'")
                .param(story.number().value())
                .query(String.class)
                .single();
    }

    private List<String> announced(Story story) {
        return database.asSuperuser()
                .sql(
                        """
                        select concat_ws(' ', a.kind, a.to_role) from deadline_announcement a join deadline d on d.id = a.deadline
                        where a.case_number = ? and d.rule = 'matter' order by a.step
                        """)
                .param(story.number().value())
                .query(String.class)
                .list();
    }

    private <T> T as(String desk, Supplier<T> work) {
        return stories.acting().as(stories.office().at(desk), work::get);
    }
}
