package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.casefile.CaseEnding;
import org.tasuki.casefile.Drafts;
import org.tasuki.casefile.EndingReason;
import org.tasuki.casefile.Timeline;
import org.tasuki.casefile.web.Ways;
import org.tasuki.inbox.Completion;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.OldSteps;
import org.tasuki.inbox.Undoing;
import org.tasuki.inbox.Undone;
import org.tasuki.launch.TestDatabase;

/** A step is taken back within a minute, to the letter; or not at all, with a reason. */
@MailTest
class UndoTests {

    /** What is written down and stays, the undo itself, and what the step's own draft and its answer are. */
    private static final String[] ADDED = {
        "public.audit_entry",
        "public.case_event",
        "public.deadline",
        "public.draft",
        "public.form_answer",
        "public.step_undo"
    };

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private Undoing undoing;

    @Autowired
    private OldSteps old;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Timeline timeline;

    @Autowired
    private CaseEnding ending;

    @Autowired
    private Ways ways;

    @Autowired
    private Hands hands;

    @Autowired
    private TestDatabase database;

    @Test
    void afterFiftyNineSecondsEverythingStandsAsItStood() {
        Story story = screened();
        InboxItem before = claimed(story, "screening", "supervisor");
        Map<String, String> books = everything();
        story.at("screening").answers("meeting", "emergency", "findings", "学校から連絡あり");
        hands.pass(Duration.ofSeconds(59));
        assertThat(undo("supervisor", before)).isEqualTo(new Undone.Done(story.number()));
        story.check().isAt("screening");
        Map<String, String> after = everything();
        after.entrySet().removeAll(books.entrySet());
        assertThat(after.keySet()).containsExactlyInAnyOrder(ADDED);
        InboxItem again = story.at("screening").item();
        assertThat(again.taskId()).isEqualTo(before.taskId());
        assertThat(again.dueAt()).isEqualTo(before.dueAt());
        assertThat(again.bornAt()).isEqualTo(before.bornAt());
        assertThat(again.assignee()).isEqualTo("story-supervisor");
        assertThat(draft(again, "supervisor"))
                .containsEntry("meeting", List.of("emergency"))
                .containsEntry("findings", List.of("学校から連絡あり"));
        assertThat(kinds(story)).startsWith(Timeline.Kind.UNDONE, Timeline.Kind.CANCELLED);
        story.at("screening").answers("meeting", "regular").isAt("acceptanceMeeting");
    }

    @Test
    void afterSixtyOneSecondsItStands() {
        Story story = screened();
        InboxItem screening = story.at("screening").item();
        story.at("screening").answers("meeting", "regular");
        hands.pass(Duration.ofSeconds(61));
        assertThat(undo("supervisor", screening)).isEqualTo(new Undone.Late());
        story.check().isAt("acceptanceMeeting");
    }

    @Test
    void onceAndByWhoeverDidIt() {
        Story story = screened();
        InboxItem screening = story.at("screening").item();
        story.at("screening").answers("meeting", "regular");
        assertThat(undo("director", screening)).isEqualTo(new Undone.NotTheirs("story-supervisor"));
        assertThat(undo("supervisor", screening)).isEqualTo(new Undone.Done(story.number()));
        assertThat(undo("supervisor", screening)).isEqualTo(new Undone.Twice());
        assertThat(undo("agency:story-police", screening)).isEqualTo(new Undone.Unknown());
        story.check().isAt("screening");
        story.at("screening").answers("meeting", "emergency");
        assertThat(undo("supervisor", screening)).isEqualTo(new Undone.Done(story.number()));
        story.check().isAt("screening");
    }

    @Test
    void notWhenTheNextTaskIsInSomebodysHandsOrWas() {
        Story story = screened();
        InboxItem screening = story.at("screening").item();
        story.at("screening").answers("meeting", "emergency");
        InboxItem next = claimed(story, "emergencyMeeting", "director");
        assertThat(undo("supervisor", screening))
                .isEqualTo(new Undone.Moved("consultation", "emergencyMeeting", "story-director", "director"));
        stories.acting().as(office.at("director"), () -> stories.desk().release(next.taskId()));
        assertThat(undo("supervisor", screening))
                .isEqualTo(new Undone.Moved("consultation", "emergencyMeeting", null, "director"));
        story.at("emergencyMeeting").answers("acceptance", "accepted");
        assertThat(undo("supervisor", screening))
                .isEqualTo(new Undone.Moved("consultation", "emergencyMeeting", "story-director", null));
        story.check().isAt("safetyCheck");
    }

    @Test
    void ofTasksSideBySideOnlyTheOne() {
        Story story = stories.accepted()
                .withOnTeam("psychologist", "medical", "protection")
                .at("safetyCheck")
                .answers("safety", "confirmed");
        InboxItem social = story.at("socialDiagnosis").item();
        InboxItem medical = story.at("medicalDiagnosis").item();
        story.at("socialDiagnosis").answers();
        story.at("medicalDiagnosis").answers();
        assertThat(undo("officer", social)).isEqualTo(new Undone.Done(story.number()));
        story.check().isAt("socialDiagnosis", "psychologicalDiagnosis", "behaviouralDiagnosis");
        assertThat(undo("medical", medical)).isEqualTo(new Undone.Done(story.number()));
        story.check().isAt("socialDiagnosis", "medicalDiagnosis", "psychologicalDiagnosis", "behaviouralDiagnosis");
        stories.diagnosed(story).isAt("urgencySheet");
        assertThat(undo("officer", social)).isEqualTo(new Undone.Moved(null, null, null, null));
    }

    @Test
    void theLastOfThemTakesTheWayOnWithIt() {
        Story story = stories.accepted().at("safetyCheck").answers("safety", "confirmed");
        InboxItem last = story.at("behaviouralDiagnosis").item();
        stories.diagnosed(story).isAt("urgencySheet");
        assertThat(undo("protection", last)).isEqualTo(new Undone.Done(story.number()));
        story.check().isAt("behaviouralDiagnosis");
        story.at("behaviouralDiagnosis").answers().isAt("urgencySheet");
    }

    @ParameterizedTest
    @CsvSource({"hearChild, psychologist", "judgementMeeting, supervisor"})
    void eachStepWhoseProcessSaysSo(String step, String desk) {
        Story story = stories.investigated().at("urgencySheet").answers();
        while (!story.steps().contains(step)) {
            story.at("hearChild").answers();
        }
        InboxItem item = story.at(step).item();
        story.at(step).answers();
        assertThat(undo(desk, item)).isEqualTo(new Undone.Done(story.number()));
        story.check().at(step).answers();
    }

    @ParameterizedTest
    @ValueSource(strings = {"close", "meeting", "continue"})
    void acrossTheBordersOfProcesses(String next) {
        Story story = stories.followedUp();
        InboxItem before = claimed(story, "followUp", "officer");
        Map<String, String> books = everything();
        story.at("followUp").answers("next", next);
        assertThat(undo("officer", before)).isEqualTo(new Undone.Done(story.number()));
        Map<String, String> after = everything();
        after.entrySet().removeAll(books.entrySet());
        assertThat(after.keySet()).containsExactlyInAnyOrder(ADDED);
        story.check().isAt("followUp");
        story.at("followUp").answers("next", "close").isAt("proposeClosing");
        InboxItem proposal = story.at("proposeClosing").item();
        story.at("proposeClosing").answers();
        assertThat(undo("officer", proposal)).isEqualTo(new Undone.Done(story.number()));
        story.check().at("proposeClosing").answers().at("approveClosing").answers("closing", "approved");
        story.ended("closed");
    }

    @Test
    void itsLimitRunsOnAndItsReasonForBeingLateIsKept() {
        Story story = screened();
        Instant due = story.at("screening").item().dueAt();
        story.until(due.minus(Duration.ofSeconds(20)));
        InboxItem screening = story.at("screening").item();
        story.at("screening").answers("meeting", "regular");
        story.letPass(Duration.ofSeconds(30));
        assertThat(undo("supervisor", screening)).isEqualTo(new Undone.Done(story.number()));
        story.letPass(Duration.ofMinutes(1));
        assertThat(kinds(story)).startsWith(Timeline.Kind.OVERDUE);
        story.at("screening").answers("meeting", "regular");
        assertThat(undo("supervisor", screening)).isEqualTo(new Undone.Done(story.number()));
        assertThat(draft(screening, "supervisor")).containsEntry("_lateReason", List.of("家族の不在が続いたため"));
        story.check().at("screening").answers("meeting", "regular");
    }

    @Test
    void whatTheStepWasToldOfIsSaidAgain() {
        Story story = screened();
        story.until(story.at("screening").item().dueAt());
        InboxItem screening = story.at("screening").item();
        List<Map<String, Object>> said = notices(screening);
        assertThat(said).isNotEmpty();
        story.at("screening").answers("meeting", "regular");
        assertThat(undo("supervisor", screening)).isEqualTo(new Undone.Done(story.number()));
        assertThat(notices(screening)).isEqualTo(said);
    }

    @Test
    void notOnceTheCaseIsClosedAndNotAStepThatSendsOrStandsAtOnce() {
        Story story = screened();
        InboxItem screening = story.at("screening").item();
        story.at("screening").answers("meeting", "regular");
        stories.acting()
                .as(office.at("supervisor"), () -> ending.withdraw(story.number(), new EndingReason("誤って登録したため")));
        assertThat(undo("supervisor", screening)).isEqualTo(new Undone.Closed());

        Story other = stories.accepted();
        InboxItem check = other.at("safetyCheck").item();
        other.at("safetyCheck").answers("safety", "confirmed");
        assertThat(undo("officer", check)).isEqualTo(new Undone.Late());
    }

    @Test
    void aDeviceThatSendsTheSameAnswerAgainDoesNotDoItAgain() {
        Story story = screened();
        Story.Step step = story.at("screening");
        Map<String, List<String>> answer = step.typed("meeting", "regular");
        answer.put("_entry", List.of("3f0e7d1c-8d5e-4b6a-9c63-0d3c6f1e2a10"));
        assertThat(sends(step, answer)).isInstanceOf(Completion.Done.class);
        assertThat(undo("supervisor", step.item())).isEqualTo(new Undone.Done(story.number()));
        assertThat(sends(step, answer)).isEqualTo(new Completion.Newer());
        story.check().isAt("screening");
    }

    @Test
    void whoCameToTheCaseOnlyByTheStepLeavesAgain() {
        Story story = stories.accepted().at("safetyCheck").answers("safety", "confirmed");
        story.at("socialDiagnosis")
                .answers()
                .at("psychologicalDiagnosis")
                .answers()
                .at("medicalDiagnosis")
                .answers();
        InboxItem last = claimed(story, "behaviouralDiagnosis", "protection");
        database.asSuperuser()
                .sql(
                        "update case_team set left_at = now(), left_by = 'test' where case_number = ? and account = 'story-officer'")
                .param(story.number().value())
                .update();
        List<String> team = team(story);
        story.at("behaviouralDiagnosis").answers();
        assertThat(story.at("urgencySheet").item().assignee()).isEqualTo("story-officer");
        assertThat(team(story)).contains("story-officer");
        assertThat(undo("protection", last)).isEqualTo(new Undone.Done(story.number()));
        assertThat(team(story)).isEqualTo(team).doesNotContain("story-officer");
    }

    @Test
    void thePageSaysWhereTheCaseStandsAgain() {
        Story story = stories.followedUp();
        InboxItem item = story.at("followUp").item();
        story.at("followUp").answers("next", "continue");
        assertThat(undo("officer", item)).isEqualTo(new Undone.Done(story.number()));
        assertThat(way(story)).contains("followUp current").doesNotContain("followUp taken");
        InboxItem again = story.at("followUp").item();
        story.at("followUp").answers("next", "meeting");
        assertThat(way(story)).contains("followUp taken", "supportPolicyMeeting current");
        assertThat(undo("officer", again)).isEqualTo(new Undone.Done(story.number()));
        assertThat(way(story)).contains("followUp current", "supportPolicyMeeting taken");
    }

    @Test
    void whatCannotBeTakenBackAnyMoreIsClearedAwayAfterADay() {
        Story story = screened();
        InboxItem screening = claimed(story, "screening", "supervisor");
        story.at("screening").answers("meeting", "regular");
        old.clear();
        assertThat(writtenDown(story)).isEqualTo(1);
        hands.pass(Duration.ofHours(25));
        old.clear();
        assertThat(writtenDown(story)).isZero();
        assertThat(undo("supervisor", screening)).isEqualTo(new Undone.Late());
    }

    private int writtenDown(Story story) {
        return database.asSuperuser()
                .sql("select count(*) from step_undo where case_number = ?")
                .param(story.number().value())
                .query(Integer.class)
                .single();
    }

    private List<String> way(Story story) {
        return stories
                .acting()
                .as(StoryOffice.SYSTEM, () -> ways.diagram(story.number(), "guidance-center", Locale.JAPANESE))
                .steps()
                .stream()
                .map(step -> step.element() + " " + step.state())
                .toList();
    }

    private Story screened() {
        return stories.begin().at("reception").answers();
    }

    private Undone undo(String desk, InboxItem item) {
        return stories.acting().as(office.at(desk), () -> undoing.undo(item.taskId()));
    }

    private Completion sends(Story.Step step, Map<String, List<String>> answer) {
        return stories.acting().as(office.at("supervisor"), () -> stories.desk()
                .complete(step.item().taskId(), answer));
    }

    private InboxItem claimed(Story story, String step, String desk) {
        String task = story.at(step).item().taskId();
        stories.acting().as(office.at(desk), () -> stories.desk().claim(task));
        return story.at(step).item();
    }

    private Map<String, List<String>> draft(InboxItem item, String desk) {
        return stories.acting()
                .as(office.at(desk), () -> drafts.find(item.taskId(), "story-" + desk))
                .orElseThrow();
    }

    private List<Timeline.Kind> kinds(Story story) {
        return stories.acting().as(StoryOffice.SYSTEM, () -> timeline.of(story.number())).stream()
                .map(Timeline.Event::kind)
                .toList();
    }

    private List<String> team(Story story) {
        return database.asSuperuser()
                .sql("select account from case_team where case_number = ? and left_at is null order by account")
                .param(story.number().value())
                .query(String.class)
                .list();
    }

    private List<Map<String, Object>> notices(InboxItem item) {
        return database.asSuperuser()
                .sql("select desk, kind, deadline, round, step, due_at, at from notice where task_id = ? order by step")
                .param(item.taskId())
                .query()
                .listOfRows();
    }

    /** A digest of each table, read as the superuser; the engine's revisions count what was written, and are no books. */
    private Map<String, String> everything() {
        Map<String, String> digests = new TreeMap<>();
        database.asSuperuser()
                .sql("select schemaname || '.' || tablename from pg_tables where schemaname in ('public', 'engine')")
                .query(String.class)
                .list()
                .forEach(table -> digests.put(table, digest(table)));
        return digests;
    }

    private String digest(String table) {
        String row = table.equals("public.inbox_item") ? "to_jsonb(t) - 'begun'" : "to_jsonb(t) - 'rev_'";
        return database.asSuperuser()
                .sql("select coalesce(md5(string_agg((%1$s)::text, '' order by (%1$s)::text)), '') from %2$s t"
                        .formatted(row, table))
                .query(String.class)
                .single();
    }
}
