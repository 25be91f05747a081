package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tasuki.casefile.CaseEnding;
import org.tasuki.casefile.EndingReason;
import org.tasuki.casefile.Exclusions;
import org.tasuki.casefile.Refusal;
import org.tasuki.inbox.Completion.Done;
import org.tasuki.inbox.Completion.Gone;
import org.tasuki.inbox.Completion.HeldBy;
import org.tasuki.inbox.Desk;
import org.tasuki.inbox.Push;
import org.tasuki.notices.DeadlineNotice;
import org.tasuki.notices.LadderWatch;
import org.tasuki.notices.NoticeKind;
import org.tasuki.notices.Notices;
import org.tasuki.people.Actor;

/** Who gets a task: by the office's rules, by their own hand, or by a supervisor's; and who hears of it when nobody does. */
@StoryTest
class AssignmentTests {

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private Desk desk;

    @Autowired
    private Push push;

    @Autowired
    private Exclusions exclusions;

    @Autowired
    private CaseEnding ending;

    @Autowired
    private Notices notices;

    @Autowired
    private LadderWatch watch;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theOfficersStepIsTheOfficersFromItsBirth() {
        Story story = toSafetyCheck();
        assertThat(story.file().officer()).isEqualTo("story-officer");
        assertThat(story.at("safetyCheck").item().assignee()).isEqualTo("story-officer");
        assertThat(line(story, "safetyCheck"))
                .containsEntry("assigned_how", "rule")
                .containsEntry("assigned_why", "officer")
                .containsEntry("begun", false);
        assertThat(trail(story)).contains("task-assigned");
    }

    @Test
    void whatTheOfficeLetsPeopleTakeWaitsOnItsDesk() {
        Story story = toSafetyCheck().at("safetyCheck").answers();
        assertThat(story.at("socialDiagnosis").item().assignee()).isEqualTo("story-officer");
        assertThat(story.at("psychologicalDiagnosis").item().assignee()).isNull();
    }

    /** The officer is busy: a colleague who works on the case takes it, and the officer hears of it. */
    @Test
    void aColleagueTakesOverWhatTheRulesGaveAndNobodyHasBegun() {
        Story story = toSafetyCheck();
        String task = story.at("safetyCheck").item().taskId();
        assertThat(by(office.secondOfficer(), () -> desk.claim(task))).isEqualTo(new HeldBy("story-officer"));
        story.withOnTeam("officer2");
        assertThat(by(office.secondOfficer(), () -> desk.claim(task))).isEqualTo(new Done(story.number()));
        assertThat(told("officer", story)).containsExactly(NoticeKind.TAKEN);
        assertThat(by(office.at("officer"), () -> desk.claim(task))).isEqualTo(new HeldBy("story-officer2"));
    }

    @Test
    void whoHasBegunKeepsTheTask() {
        Story story = toSafetyCheck().withOnTeam("officer2");
        String task = story.at("safetyCheck").item().taskId();
        by(office.at("officer"), () -> desk.saveDraft(task, Map.of("note", List.of("訪問中"))));
        assertThat(by(office.secondOfficer(), () -> desk.claim(task))).isEqualTo(new HeldBy("story-officer"));
    }

    @Test
    void aSupervisorGivesItToAnotherAndBothHearOfIt() {
        Story story = toSafetyCheck();
        String task = story.at("safetyCheck").item().taskId();
        assertThat(by(office.at("supervisor"), () -> push.give(task, "story-officer2", "load")))
                .isEqualTo(new Done(story.number()));
        assertThat(story.check().at("safetyCheck").item().assignee()).isEqualTo("story-officer2");
        assertThat(line(story, "safetyCheck"))
                .containsEntry("assigned_how", "pushed")
                .containsEntry("assigned_why", "load")
                .containsEntry("assigned_by", "story-supervisor");
        assertThat(told("officer2", story)).containsExactly(NoticeKind.GIVEN);
        assertThat(told("officer", story)).containsExactly(NoticeKind.TAKEN);
        // What a supervisor decided is not taken over by a colleague.
        assertThat(by(office.at("officer"), () -> desk.claim(task))).isEqualTo(new HeldBy("story-officer2"));
    }

    @Test
    void nothingIsGivenToSomebodyWhoMustNotSeeTheCaseOrWorksElsewhere() {
        Story story = toSafetyCheck();
        String task = story.at("safetyCheck").item().taskId();
        by(office.at("supervisor"), () -> {
            exclusions.exclude(story.file(), "story-officer2", "neighbour");
            return true;
        });
        refuses(task, "story-officer2", "load", "person", "inbox.push.excluded");
        refuses(task, "story-medical", "load", "person", "inbox.push.person.unknown");
        refuses(task, "", "load", "person", "inbox.push.person.missing");
        refuses(task, "story-officer", "load", "person", "inbox.push.person.already");
        refuses(task, "story-officer2", "", "person", "inbox.push.excluded");
        assertThat(story.check().at("safetyCheck").item().assignee()).isEqualTo("story-officer");
    }

    @Test
    void aTaskWhoseCaseWasJoinedMeanwhileIsGone() {
        Story story = toSafetyCheck();
        Story other = toSafetyCheck();
        String task = story.at("safetyCheck").item().taskId();
        Map<String, List<String>> typed = story.at("safetyCheck").typed("safety", "confirmed");
        by(office.at("supervisor"), () -> {
            ending.join(story.number(), other.number(), new EndingReason("同じ児童のため"));
            return true;
        });
        assertThat(by(office.at("supervisor"), () -> push.give(task, "story-officer2", "load")))
                .isEqualTo(new Gone(null));
        assertThat(by(office.at("officer"), () -> desk.claim(task))).isEqualTo(new Gone(null));
        assertThat(by(office.at("officer"), () -> desk.saveDraft(task, typed))).isFalse();
        assertThat(by(office.at("officer"), () -> desk.complete(task, typed))).isEqualTo(new Gone(null));
        assertThat(deadlines(story)).isEmpty();
        other.check().isAt("safetyCheck").at("safetyCheck").timesOut();
        assertThat(other.steps()).contains("sharePoliceUnconfirmed");
    }

    @RepeatedTest(3)
    void ofASupervisorAndAColleagueWhoReachForItAtOnceOneWins() throws Exception {
        Story story = toSafetyCheck().at("safetyCheck").answers();
        String task = story.at("psychologicalDiagnosis").item().taskId();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Object>> both = threads.invokeAll(List.<Callable<Object>>of(
                    () -> by(office.at("psychologist"), () -> desk.claim(task)),
                    () -> tried(task, "story-psychologist")));
            Object claimed = both.get(0).get();
            Object pushed = both.get(1).get();
            assertThat(List.of(claimed, pushed)).contains(new Done(story.number()));
            assertThat(pushed).isIn(new Done(story.number()), "inbox.push.person.already");
            assertThat(story.check().at("psychologicalDiagnosis").item().assignee())
                    .isEqualTo("story-psychologist");
        } finally {
            threads.shutdownNow();
        }
    }

    private Object tried(String task, String account) {
        try {
            return by(office.at("supervisor"), () -> push.give(task, account, "urgent"));
        } catch (Refusal refusal) {
            return refusal.messageKey();
        }
    }

    /** Reception has an hour: after a quarter of it the supervisor hears, after another the director; each once, on four nodes. */
    @Test
    void whatNobodyTakesClimbsOnceUntilSomebodyDoes() throws Exception {
        Story story = stories.begin("2027-06-07T09:00");
        String task = story.at("reception").item().taskId();
        watch.look();
        assertThat(told("supervisor", story)).isEmpty();
        story.letPass(Duration.ofMinutes(16));
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            for (Future<Object> look : nodes.invokeAll(Collections.nCopies(4, Executors.callable(watch::look)))) {
                look.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(told("supervisor", story)).containsExactly(NoticeKind.UNCLAIMED);
        assertThat(told("director", story)).isEmpty();
        story.letPass(Duration.ofMinutes(16));
        watch.look();
        watch.look();
        assertThat(told("supervisor", story)).containsExactly(NoticeKind.UNCLAIMED);
        assertThat(told("director", story)).containsExactly(NoticeKind.UNCLAIMED);
        by(office.at("reception"), () -> desk.claim(task));
        assertThat(told("supervisor", story)).isEmpty();
        by(office.at("reception"), () -> desk.release(task));
        watch.look();
        assertThat(told("supervisor", story)).isEmpty();
        story.letPass(Duration.ofMinutes(8));
        watch.look();
        assertThat(told("supervisor", story)).containsExactly(NoticeKind.UNCLAIMED);
    }

    private void refuses(String task, String account, String reason, String field, String key) {
        assertThatThrownBy(() -> by(office.at("supervisor"), () -> push.give(task, account, reason)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo(field);
                    assertThat(refusal.messageKey()).isEqualTo(key);
                });
    }

    /** In the months to come, so that it is listed; given to the first officer. */
    private Story toSafetyCheck() {
        return stories.begin("2027-06-07T09:00")
                .at("reception")
                .answers()
                .at("screening")
                .answers("meeting", "regular")
                .at("acceptanceMeeting")
                .answers("acceptance", "accepted");
    }

    private <T> T by(Actor person, Supplier<T> deed) {
        return stories.acting().as(person, deed);
    }

    private List<NoticeKind> told(String desk, Story story) {
        Actor person = desk.equals("officer2") ? office.secondOfficer() : office.at(desk);
        return by(person, notices::list).stream()
                .filter(notice -> notice.number().equals(story.number()))
                .map(DeadlineNotice::kind)
                .toList();
    }

    private Map<String, Object> line(Story story, String step) {
        return stories.acting().as(StoryOffice.SYSTEM, () -> stories.transaction()
                .execute(status -> jdbc.sql("select * from inbox_item where case_number = ? and step = ?")
                        .params(story.number().value(), step)
                        .query()
                        .singleRow()));
    }

    private List<String> deadlines(Story story) {
        return stories.acting().as(StoryOffice.SYSTEM, () -> stories.transaction()
                .execute(status -> jdbc.sql("select step from deadline where case_number = ? and ended_at is null")
                        .param(story.number().value())
                        .query(String.class)
                        .list()));
    }

    private List<String> trail(Story story) {
        return stories.acting().as(StoryOffice.SYSTEM, () -> stories.transaction()
                .execute(status -> jdbc.sql("select act from audit_entry where case_number = ?")
                        .param(story.number().value())
                        .query(String.class)
                        .list()));
    }
}
