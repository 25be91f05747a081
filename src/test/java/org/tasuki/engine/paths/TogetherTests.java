package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tasuki.engine.paths.AtOnce.atOnce;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.bulk.BulkRun;
import org.tasuki.bulk.BulkRuns;
import org.tasuki.bulk.BulkWatch;
import org.tasuki.bulk.Order;
import org.tasuki.bulk.Order.Act;
import org.tasuki.casefile.CaseEnding;
import org.tasuki.casefile.EndingReason;
import org.tasuki.deadlines.Deadlines;
import org.tasuki.inbox.Completion;
import org.tasuki.inbox.InboxBooks;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.InboxList;
import org.tasuki.inbox.Priority;
import org.tasuki.inbox.SendingBack;
import org.tasuki.inbox.TaskQuestions;
import org.tasuki.inbox.Undoing;
import org.tasuki.inbox.Undone;
import org.tasuki.launch.TestDatabase;
import org.tasuki.limits.LimitDecisions;
import org.tasuki.matters.Matter;
import org.tasuki.matters.Matters;
import org.tasuki.matters.NewMatter;
import org.tasuki.matters.Questions;
import org.tasuki.terms.Japan;

/** Undo, sending back, questions, priority and many tasks at once: what one of them leaves behind, the others find. */
@StoryTest
class TogetherTests {

    private static final String SCREENING = "supervisor";
    private static final String REASON = "面接の記録を確かめてください。";

    @Autowired
    private Stories stories;

    @Autowired
    private Undoing undoing;

    @Autowired
    private SendingBack sending;

    @Autowired
    private Questions questions;

    @Autowired
    private Matters matters;

    @Autowired
    private TaskQuestions shown;

    @Autowired
    private Priority priority;

    @Autowired
    private BulkRuns runs;

    @Autowired
    private BulkWatch watch;

    @Autowired
    private InboxList inbox;

    @Autowired
    private InboxBooks books;

    @Autowired
    private LimitDecisions decisions;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private CaseEnding ending;

    @Autowired
    private TestDatabase database;

    @Test
    void aQuestionThatEndedWithItsTaskStaysEndedWhenTheStepIsTakenBack() {
        Story story = screened();
        InboxItem screening = claimed(story, "screening", SCREENING);
        ask(story, SCREENING, screening, "psychologist");
        story.at("screening").answers("meeting", "regular").isAt("acceptanceMeeting");
        assertThat(undo(SCREENING, screening)).isEqualTo(new Undone.Done(story.number()));
        story.check().isAt("screening");
        assertThat(states(story)).containsExactly("overtaken");
        assertThat(engineStories(story, "question")).containsExactly("ended");
        assertThat(as(SCREENING, () -> shown.of(screening, Locale.JAPANESE)).questions())
                .singleElement()
                .matches(one -> one.overtaken() && !one.open());
        ask(story, SCREENING, screening, "psychologist");
        story.check()
                .isAt("screening", "answerQuestion")
                .at("answerQuestion")
                .answers("answer", "存じません")
                .at("screening")
                .answers("meeting", "emergency")
                .isAt("emergencyMeeting");
        gone(story);
    }

    @Test
    void whatWasAskedFromTheNextTaskIsNotSweptAwayByAnUndo() {
        Story story = stories.accepted().withOnTeam("officer").at("safetyCheck").answers("safety", "confirmed");
        InboxItem last = story.at("behaviouralDiagnosis").item();
        stories.diagnosed(story).isAt("urgencySheet");
        InboxItem next = story.at("urgencySheet").item();
        assertThat(next.assignee()).isEqualTo("story-officer");
        ask(story, "officer", next, "psychologist");
        assertThat(undo("protection", last)).isInstanceOf(Undone.Moved.class);
        story.check().isAt("urgencySheet", "answerQuestion");
        assertThat(states(story)).containsExactly("open");
    }

    @Test
    void aSupervisorsWordOnTheNextTaskStands() {
        Story story = screened();
        InboxItem screening = claimed(story, "screening", SCREENING);
        story.at("screening").answers("meeting", "regular");
        InboxItem next = story.at("acceptanceMeeting").item();
        as("supervisor", () -> priority.raise(next.taskId(), "urgent"));
        assertThat(undo(SCREENING, screening))
                .isEqualTo(new Undone.Moved("consultation", "acceptanceMeeting", null, "supervisor"));
        as("supervisor", () -> priority.lower(next.taskId()));
        assertThat(undo(SCREENING, screening)).isEqualTo(new Undone.Done(story.number()));
        story.check().isAt("screening");
    }

    @Test
    void aTaskComesBackPutFirstAndTheNextOneIsNot() {
        Story story = screened();
        InboxItem screening = claimed(story, "screening", SCREENING);
        as("supervisor", () -> priority.raise(screening.taskId(), "urgent"));
        story.at("screening").answers("meeting", "regular");
        assertThat(story.at("acceptanceMeeting").item().raised()).isFalse();
        assertThat(undo(SCREENING, screening)).isEqualTo(new Undone.Done(story.number()));
        assertThat(as("supervisor", () -> priority.of(screening.taskId())).orElseThrow())
                .isEqualTo(new Priority.Raised("urgent", "story-supervisor"));
        story.check();
    }

    @Test
    void aRunFindsTheTaskGoneThatAnUndoTookAway() {
        Story story = screened();
        InboxItem screening = claimed(story, "screening", SCREENING);
        story.at("screening").answers("meeting", "regular");
        UUID run = chosen(story.at("acceptanceMeeting").item());
        as("supervisor", () -> runs.begin(run, new Order(Act.RAISE, null, "urgent")));
        assertThat(undo(SCREENING, screening)).isEqualTo(new Undone.Done(story.number()));
        watch.look();
        assertThat(results(run)).containsExactly("gone");
        assertThat(as("supervisor", () -> runs.find(run)).orElseThrow().state()).isEqualTo(BulkRun.State.DONE);
        story.check().isAt("screening");
    }

    @RepeatedTest(3)
    void aRunAndAnUndoAtOnce() {
        Story story = screened();
        InboxItem screening = claimed(story, "screening", SCREENING);
        story.at("screening").answers("meeting", "regular");
        UUID run = chosen(story.at("acceptanceMeeting").item());
        as("supervisor", () -> runs.begin(run, new Order(Act.RAISE, null, "urgent")));
        List<Object> both = atOnce(() -> undo(SCREENING, screening), () -> {
            watch.look();
            return results(run);
        });
        watch.look();
        boolean undone = both.get(0) instanceof Undone.Done;
        story.check().isAt(undone ? "screening" : "acceptanceMeeting");
        assertThat(results(run)).doesNotContain("failed", "waiting");
    }

    @RepeatedTest(3)
    void anUndoAndAClaimOfTheNextAtOnce() {
        Story story = screened();
        InboxItem screening = claimed(story, "screening", SCREENING);
        story.at("screening").answers("meeting", "emergency");
        String next = story.at("emergencyMeeting").item().taskId();
        List<Object> both = atOnce(
                () -> undo(SCREENING, screening),
                () -> as("director", () -> stories.desk().claim(next)));
        if (both.get(0) instanceof Undone.Done) {
            assertThat(both.get(1)).isInstanceOf(Completion.Gone.class);
            story.check().isAt("screening");
        } else {
            assertThat(both)
                    .containsExactly(
                            new Undone.Moved("consultation", "emergencyMeeting", "story-director", "director"),
                            new Completion.Done(story.number()));
            story.check().isAt("emergencyMeeting");
        }
    }

    @RepeatedTest(3)
    void anAnswerAndTheEndOfTheTaskThatAskedAtOnce() {
        Story story = screened();
        InboxItem screening = claimed(story, "screening", SCREENING);
        ask(story, SCREENING, screening, "psychologist");
        Story.Step answer = story.at("answerQuestion");
        Map<String, List<String>> words = answer.typed("answer", "存じません");
        Map<String, List<String>> done = story.at("screening").typed("meeting", "regular");
        List<Completion> both = atOnce(
                () -> as("psychologist", () -> stories.desk()
                        .complete(answer.item().taskId(), words)),
                () -> as(SCREENING, () -> stories.desk().complete(screening.taskId(), done)));
        assertThat(both.get(1)).isEqualTo(new Completion.Done(story.number()));
        boolean answered = both.get(0) instanceof Completion.Done;
        assertThat(both.get(0)).isInstanceOfAny(Completion.Done.class, Completion.Gone.class);
        story.check().isAt("acceptanceMeeting");
        assertThat(states(story)).containsExactly(answered ? "done" : "overtaken");
    }

    @RepeatedTest(3)
    void aRunThatGivesAndAClaimAtOnce() {
        Story story = stories.accepted();
        String task = story.at("safetyCheck").item().taskId();
        as("officer", () -> stories.desk().release(task));
        UUID run = chosen(story.at("safetyCheck").item());
        as("supervisor", () -> runs.begin(run, new Order(Act.GIVE, "story-officer2", "load")));
        List<Object> both = atOnce(
                () -> {
                    watch.look();
                    return results(run);
                },
                () -> as("officer", () -> stories.desk().claim(task)));
        watch.look();
        assertThat(results(run)).containsExactly("done");
        assertThat(both.get(1)).isIn(new Completion.Done(story.number()), new Completion.HeldBy("story-officer2"));
        assertThat(story.check().at("safetyCheck").item().assignee()).isEqualTo("story-officer2");
    }

    @Test
    void sentBackWithAQuestionAnAgreedDateAndAPriorityItLeavesNothing() {
        Story story = atJudgement();
        InboxItem meeting = claimed(story, "judgementMeeting", "supervisor");
        ask(story, "supervisor", meeting, "psychologist");
        as("supervisor", () -> priority.raise(meeting.taskId(), "urgent"));
        agree(story, meeting, 20);
        assertThat(story.at("judgementMeeting").item().standing()).isEqualTo("agreed");
        send(story, meeting);
        story.check().isAt("hearChild");
        assertThat(states(story)).containsExactly("overtaken");
        assertThat(limits(story, "judgementMeeting")).containsExactly("waived", "cancelled");
        assertThat(story.at("hearChild").item().raised()).isFalse();
        InboxItem hearing = story.at("hearChild").item();
        story.at("hearChild").answers();
        assertThat(undo("psychologist", hearing)).isEqualTo(new Undone.Done(story.number()));
        story.check().isAt("hearChild").at("hearChild").answers().isAt("judgementMeeting");
        InboxItem again = claimed(story, "judgementMeeting", "supervisor");
        assertThat(again.standing()).isEqualTo("running");
        send(story, again);
        story.check()
                .isAt("hearChild")
                .at("hearChild")
                .answers()
                .at("judgementMeeting")
                .answers();
        gone(story);
    }

    @Test
    void anUndoneTaskHasItsAgreedDateAndItsPriorityAgain() {
        Story story = atJudgement();
        InboxItem meeting = claimed(story, "judgementMeeting", "supervisor");
        agree(story, meeting, 20);
        as("supervisor", () -> priority.raise(meeting.taskId(), "urgent"));
        InboxItem before = story.at("judgementMeeting").item();
        story.at("judgementMeeting").answers();
        assertThat(undo("supervisor", meeting)).isEqualTo(new Undone.Done(story.number()));
        InboxItem after = story.check().at("judgementMeeting").item();
        assertThat(after.standing()).isEqualTo("agreed");
        assertThat(after.dueAt()).isEqualTo(before.dueAt());
        assertThat(after.raised()).isTrue();
        assertThat(limits(story, "judgementMeeting")).containsExactly("waived", "running");
    }

    @Test
    void theBooksAreRebuiltWithoutTakingAPriorityAway() {
        Story story = screened();
        InboxItem screening = story.at("screening").item();
        as("supervisor", () -> priority.raise(screening.taskId(), "urgent"));
        database.asSuperuser()
                .sql("update inbox_item set due_at = due_at + interval '1 day' where task_id = ?")
                .param(screening.taskId())
                .update();
        assertThat(books.rebuild().after()).noneMatch(one -> one.number().equals(story.number()));
        assertThat(as("supervisor", () -> priority.of(screening.taskId()))).isPresent();
        story.check();
    }

    @Test
    void anUndoOverAChangedUrgencyIsRightInTheBooks() {
        Story story = screened();
        InboxItem screening = claimed(story, "screening", SCREENING);
        story.at("screening").answers("meeting", "regular");
        database.asSuperuser()
                .sql("update case_file set urgency = 'immediate' where number = ?")
                .param(story.number().value())
                .update();
        assertThat(undo(SCREENING, screening)).isEqualTo(new Undone.Done(story.number()));
        story.check().isAt("screening");
    }

    private Story screened() {
        return stories.begin().withOnTeam("psychologist").at("reception").answers();
    }

    private Story atJudgement() {
        return stories.investigated()
                .withOnTeam("psychologist")
                .at("urgencySheet")
                .answers()
                .at("hearChild")
                .answers();
    }

    private InboxItem claimed(Story story, String step, String desk) {
        String task = story.at(step).item().taskId();
        as(desk, () -> stories.desk().claim(task));
        return story.at(step).item();
    }

    private void ask(Story story, String asker, InboxItem task, String whom) {
        NewMatter question = NewMatter.question(
                UUID.randomUUID().toString(),
                "妹の通園先をご存じですか",
                story.today().toLocalDate().plusDays(5).toString(),
                stories.office().at(whom).account(),
                task.taskId());
        assertThat(as(asker, () -> questions.ask(task, question))).isTrue();
        story.check();
    }

    private Undone undo(String desk, InboxItem item) {
        return as(desk, () -> undoing.undo(item.taskId()));
    }

    private void send(Story story, InboxItem meeting) {
        assertThat(as("supervisor", () -> sending.send(meeting.taskId(), "hearChild", REASON)))
                .isEqualTo(new Completion.Done(story.number()));
    }

    private void agree(Story story, InboxItem task, int days) {
        long id = as("supervisor", () -> stories.transaction().execute(status -> deadlines.ofWait(task.waitId())))
                .get(0)
                .id();
        LocalDate day = LocalDate.ofInstant(task.dueAt(), Japan.ZONE).plusDays(days);
        as("supervisor", () -> {
            decisions.waive(story.file(), id, day, new EndingReason("家族の都合による"));
            return id;
        });
        story.check();
    }

    private void gone(Story story) {
        as("supervisor", () -> {
            ending.withdraw(story.number(), new EndingReason("誤って受け付けたため"));
            return true;
        });
        story.isGone();
    }

    private UUID chosen(InboxItem item) {
        return as("supervisor", () -> runs.choose(List.of(item)));
    }

    private List<String> results(UUID run) {
        return as("supervisor", () -> runs.rows(run)).stream()
                .map(row -> row.why() == null ? row.state().name().toLowerCase(Locale.ROOT) : row.why())
                .toList();
    }

    private List<String> states(Story story) {
        return as(
                "supervisor",
                () -> matters.of(story.number()).stream().map(Matter::state).toList());
    }

    private List<String> limits(Story story, String step) {
        return database.asSuperuser()
                .sql("select state from deadline where case_number = ? and step = ? order by id")
                .params(story.number().value(), step)
                .query(String.class)
                .list();
    }

    private List<String> engineStories(Story story, String process) {
        return database.asSuperuser()
                .sql(
                        """
                        select case when end_time_ is null then 'running' else 'ended' end from engine.act_hi_procinst
                        where business_key_ = ? and split_part(proc_def_id_, ':', 1) = ?
                        """)
                .params(story.number().value(), process)
                .query(String.class)
                .list();
    }

    private <T> T as(String desk, Supplier<T> work) {
        return stories.acting().as(stories.office().at(desk), () -> Objects.requireNonNull(work.get()));
    }
}
