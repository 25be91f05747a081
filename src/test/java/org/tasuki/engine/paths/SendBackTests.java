package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.casefile.CaseEnding;
import org.tasuki.casefile.EndingReason;
import org.tasuki.casefile.Refusal;
import org.tasuki.casefile.SendBacks;
import org.tasuki.casefile.Timeline;
import org.tasuki.deadlines.DeadlineRules;
import org.tasuki.deadlines.Mark;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.StepFacts;
import org.tasuki.engine.StepLimit;
import org.tasuki.inbox.Completion;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.SendingBack;
import org.tasuki.inbox.Undoing;
import org.tasuki.inbox.Undone;
import org.tasuki.launch.TestDatabase;

/** A task goes back to the desk before it, and comes again. */
@StoryTest
class SendBackTests {

    private static final String REASON = "子どもの言葉がそのまま書かれていません。もう一度聞いてください。";

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private SendingBack sending;

    @Autowired
    private Undoing undoing;

    @Autowired
    private SendBacks sent;

    @Autowired
    private Timeline timeline;

    @Autowired
    private CaseEnding ending;

    @Autowired
    private ProcessCatalog catalog;

    @Autowired
    private DeadlineRules rules;

    @Autowired
    private TestDatabase database;

    @Test
    void theEarlierTaskIsThereAgainForWhoeverDidItAndThenTheLater() {
        Story story = atJudgement().withOnTeam("psychologist");
        InboxItem meeting = claimed(story, "judgementMeeting", "supervisor");
        story.letPass(Duration.ofHours(2));
        assertThat(send("supervisor", meeting, "hearChild", REASON)).isEqualTo(new Completion.Done(story.number()));
        story.check().isAt("hearChild");
        InboxItem again = story.at("hearChild").item();
        assertThat(again.assignee()).isEqualTo("story-psychologist");
        // Fourteen days to the end of the day, counted anew.
        assertThat(again.bornAt()).isAfter(meeting.bornAt().plus(Duration.ofHours(2)));
        assertThat(again.dueAt()).isEqualTo(meeting.dueAt());
        SendBacks.SentBack behind = stories.acting()
                .as(office.at("psychologist"), () -> sent.behind(again.taskId()))
                .orElseThrow();
        assertThat(behind.reason()).isEqualTo(REASON);
        assertThat(behind.by()).isEqualTo("story-supervisor");
        assertThat(behind.toString()).doesNotContain(REASON);
        List<Timeline.Event> events = stories.acting().as(StoryOffice.SYSTEM, () -> timeline.of(story.number()));
        assertThat(events.subList(0, 2))
                .extracting(Timeline.Event::kind)
                .containsExactly(Timeline.Kind.BORN, Timeline.Kind.SENT_BACK);
        assertThat(events.get(1).step()).isEqualTo("judgementMeeting");
        assertThat(notices(again)).isEqualTo(List.of("given story-psychologist"));
        story.at("hearChild").answers().isAt("judgementMeeting");
        assertThat(story.at("judgementMeeting").item().taskId()).isNotEqualTo(meeting.taskId());
        story.at("judgementMeeting").answers().isAt("supportPolicyMeeting");
    }

    @ParameterizedTest
    @CsvSource({"emergency, emergencyMeeting, director", "regular, acceptanceMeeting, supervisor"})
    void theScreeningMayChooseAnotherMeetingNow(String meeting, String step, String desk) {
        Story story = stories.begin().at("reception").answers().at("screening").answers("meeting", meeting);
        assertThat(send(desk, claimed(story, step, desk), "screening", REASON)).isInstanceOf(Completion.Done.class);
        story.check().at("screening").answers("meeting", "regular").isAt("acceptanceMeeting");
    }

    @Test
    void whatRunsBesideItGoesOn() {
        Story story = stories.investigated().at("urgencySheet").answers("protection", "start");
        List<String> beside =
                story.steps().stream().filter(step -> !step.equals("hearChild")).toList();
        assertThat(beside).isNotEmpty();
        story.at("hearChild").answers();
        List<InboxItem> before = others(story, "judgementMeeting");
        send("supervisor", claimed(story, "judgementMeeting", "supervisor"), "hearChild", REASON);
        assertThat(others(story.check(), "hearChild"))
                .extracting(InboxItem::taskId, InboxItem::dueAt)
                .isEqualTo(before.stream()
                        .map(item -> tuple(item.taskId(), item.dueAt()))
                        .toList());
    }

    @Test
    void toItsDeskWhenWhoeverDidItIsAway() {
        Story story = atJudgement();
        database.asSuperuser()
                .sql(
                        """
                insert into absence (account, center, kind, starts_at, ends_at, entered_by, entered_at)
                values ('story-psychologist', 'story', 'leave', now() - interval '1 hour', now() + interval '1 hour', 'story-supervisor', now())
                """)
                .update();
        try {
            send("supervisor", claimed(story, "judgementMeeting", "supervisor"), "hearChild", REASON);
            assertThat(story.check().at("hearChild").item().assignee()).isNull();
        } finally {
            database.asSuperuser()
                    .sql("delete from absence where account = 'story-psychologist'")
                    .update();
        }
    }

    @ParameterizedTest
    @CsvSource({"hearChild, '', reason", "hearChild, '   ', reason", "socialDiagnosis, weil, to", "'', weil, to"})
    void withoutAReasonOrToAnotherStepItStays(String to, String reason, String field) {
        Story story = atJudgement();
        InboxItem meeting = claimed(story, "judgementMeeting", "supervisor");
        assertThatThrownBy(() -> send("supervisor", meeting, to, reason))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
        story.check().isAt("judgementMeeting");
    }

    @Test
    void withFiveHundredCharactersAndNotOneMore() {
        Story story = atJudgement();
        InboxItem meeting = claimed(story, "judgementMeeting", "supervisor");
        assertThatThrownBy(() -> send("supervisor", meeting, "hearChild", "𠮷".repeat(501)))
                .isInstanceOf(Refusal.class);
        assertThat(send("supervisor", meeting, "hearChild", "𠮷".repeat(500))).isInstanceOf(Completion.Done.class);
    }

    @Test
    void onlyByWhoeverHasIt() {
        Story story = atJudgement();
        InboxItem meeting = story.at("judgementMeeting").item();
        assertThat(send("supervisor", meeting, "hearChild", REASON)).isEqualTo(new Completion.Unclaimed());
        claimed(story, "judgementMeeting", "supervisor");
        assertThat(send("director", meeting, "hearChild", REASON)).isEqualTo(new Completion.HeldBy("story-supervisor"));
        assertThat(send("supervisor", meeting, "hearChild", REASON)).isInstanceOf(Completion.Done.class);
        assertThat(send("supervisor", meeting, "hearChild", REASON)).isEqualTo(new Completion.Gone(null));
        story.check().isAt("hearChild");
    }

    @Test
    void notWhenTheCaseWasClosedMeanwhile() {
        Story story = atJudgement();
        InboxItem meeting = claimed(story, "judgementMeeting", "supervisor");
        stories.acting()
                .as(office.at("supervisor"), () -> ending.withdraw(story.number(), new EndingReason("誤って登録したため")));
        assertThat(send("supervisor", meeting, "hearChild", REASON)).isEqualTo(new Completion.Gone(null));
    }

    @Test
    void whatWasSentBackIsNotTakenBackAsWell() {
        Story story = stories.investigated().at("urgencySheet").answers();
        InboxItem hearing = story.at("hearChild").item();
        story.at("hearChild").answers();
        send("supervisor", claimed(story, "judgementMeeting", "supervisor"), "hearChild", REASON);
        assertThat(stories.acting().as(office.at("psychologist"), () -> undoing.undo(hearing.taskId())))
                .isInstanceOf(Undone.Moved.class);
        story.check().isAt("hearChild");
    }

    @Test
    void noLimitOfTheLawBeginsAnewByIt() {
        List<StepFacts> senders = catalog.processes().stream()
                .flatMap(process -> process.steps().stream())
                .filter(step -> !step.sendBackTo().isEmpty())
                .toList();
        assertThat(senders).extracting(StepFacts::id).contains("judgementMeeting", "supportPolicyMeeting");
        assertThat(catalog.processes().stream()
                        .flatMap(process -> process.steps().stream()
                                .filter(step -> !step.sendBackTo().isEmpty())
                                .flatMap(step -> Stream.concat(Stream.of(step.id()), step.sendBackTo().stream()))
                                .map(step -> catalog.step(process.key(), step).orElseThrow()))
                        .map(StepFacts::limit)
                        .map(StepLimit::rule)
                        .map(rule -> rules.rule(rule, LocalDate.of(2026, 11, 1)).mark()))
                .doesNotContain(Mark.H);
    }

    private Story atJudgement() {
        return stories.investigated()
                .at("urgencySheet")
                .answers()
                .at("hearChild")
                .answers();
    }

    private List<InboxItem> others(Story story, String step) {
        return story.open().stream().filter(item -> !item.step().equals(step)).toList();
    }

    private Completion send(String desk, InboxItem item, String to, String reason) {
        return stories.acting().as(office.at(desk), () -> sending.send(item.taskId(), to, reason));
    }

    private InboxItem claimed(Story story, String step, String desk) {
        String task = story.at(step).item().taskId();
        stories.acting().as(office.at(desk), () -> stories.desk().claim(task));
        return story.at(step).item();
    }

    private List<String> notices(InboxItem item) {
        return database.asSuperuser()
                .sql("select kind || ' ' || account from notice where task_id = ? order by id")
                .param(item.taskId())
                .query(String.class)
                .list();
    }
}
