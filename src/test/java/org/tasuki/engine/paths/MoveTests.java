package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.audit.AuditTrail;
import org.tasuki.casefile.Refusal;
import org.tasuki.casefile.StepMoves;
import org.tasuki.casefile.Timeline;
import org.tasuki.engine.Hindrance;
import org.tasuki.engine.OtherSteps.OtherStep;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.MovingStep;
import org.tasuki.inbox.MovingStep.Moved;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Actor;

/** A case that stands at the wrong step goes on from another, and everything follows: task, limit, inbox, timeline, trail. */
@StoryTest
class MoveTests {

    private static final String REASON = "電話で聞いた住所が違い、家庭訪問をやり直すため。";

    @Autowired
    private Stories stories;

    @Autowired
    private MovingStep moving;

    @Autowired
    private StepMoves moves;

    @Autowired
    private Timeline timeline;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TestDatabase database;

    @Autowired
    private WebApplicationContext house;

    @Test
    void theOldTaskAndItsLimitEndAndTheNewOnesBegin() {
        Story story = stories.investigated().withOnTeam("officer");
        InboxItem sheet = story.at("urgencySheet").item();
        stories.acting().as(officer(), () -> stories.desk().claim(sheet.taskId()));
        story.letPass(Duration.ofHours(1));
        Moved shown = preview(story, "urgencySheet", "safetyCheck").orElseThrow();
        story.check().isAt("urgencySheet");
        assertThat(shown.from().assignee()).isEqualTo("story-officer");
        assertThat(shown.to().step()).isEqualTo("safetyCheck");
    }

    @ParameterizedTest
    @CsvSource({"reception, screening", "screening, reception", "screening, advice"})
    void inTheConsultation(String from, String to) {
        Story story = stories.begin();
        if (from.equals("screening")) {
            story.at("reception").answers();
        }
        moves(story, from, to);
        story.check().isAt(to);
    }

    @Test
    void theSupportPolicyMeetingBeforeTheLaterSteps() {
        Story story = stories.followedUp();
        Moved moved = moves(story, "followUp", "supportPolicyMeeting");
        story.check().isAt("supportPolicyMeeting");
        assertThat(moved.to().dueAt()).isAfter(moved.to().now());
        story.at("supportPolicyMeeting").answers("measure", "none").isAt("followUp");
    }

    @Test
    void backInTheClosing() {
        Story story = stories.atClosing();
        moves(story, "approveClosing", "proposeClosing");
        story.check().isAt("proposeClosing");
        story.at("proposeClosing").answers().isAt("approveClosing");
    }

    @Test
    void whatRunsBesideItStaysAsItWas() {
        Story story = stories.inProtection("no");
        List<String> beside = new ArrayList<>(story.steps());
        List<String> open = open(story, "warrantRequest");
        assertThat(open).contains("warrantAnswer");
        moves(story, "warrantRequest", "warrantAnswer");
        beside.remove("warrantRequest");
        beside.add("warrantAnswer");
        story.check().isAt(beside.toArray(String[]::new));
    }

    @Test
    void neitherOntoAnotherWayNorIntoAPart() {
        Story story = stories.inProtection("no");
        assertThat(hindrances(story, "warrantRequest"))
                .containsEntry("keepInProtection", Hindrance.BRANCH)
                .containsEntry("endProtection", Hindrance.PART)
                .containsEntry("protectionDecision", Hindrance.PART);
        Story diagnosing = stories.accepted().at("safetyCheck").answers("safety", "confirmed");
        assertThat(hindrances(diagnosing, "socialDiagnosis"))
                .containsEntry("medicalDiagnosis", Hindrance.BRANCH)
                .containsEntry("safetyCheck", Hindrance.BRANCH)
                .containsEntry("urgencySheet", Hindrance.BRANCH);
        assertThat(hindrances(stories.followedUp(), "followUp")).containsEntry("medicalDiagnosis", Hindrance.BRANCH);
    }

    @Test
    void notToAnAgencyNorPastWhatTheSystemSends() {
        Story story = stories.toPolice();
        assertThat(hindrances(story, "preparePoliceReferral"))
                .containsEntry("awaitPoliceAnswer", Hindrance.AGENCY)
                .containsEntry("jointInterview", Hindrance.SENT)
                .containsEntry("decideAnew", Hindrance.SENT);
        story.at("preparePoliceReferral").answers();
        moves(story, "approvePoliceReferral", "preparePoliceReferral");
        story.check().isAt("preparePoliceReferral");
    }

    /** Whether the police are asked to an interview is said on the sheet, and asked for at the end. */
    @Test
    void notPastAnAnswerThatIsAskedForLater() {
        assertThat(hindrances(stories.toPolice(), "preparePoliceReferral"))
                .containsEntry("approvePoliceReferral", Hindrance.ANSWER);
    }

    @Test
    void wherePeopleReadOfIt() {
        Story story = stories.followedUp().withOnTeam("officer");
        InboxItem followUp = story.at("followUp").item();
        stories.acting().as(officer(), () -> stories.desk().claim(followUp.taskId()));
        Moved moved = moves(story, "followUp", "supportPolicyMeeting");
        List<Timeline.Event> events = stories.acting().as(StoryOffice.SYSTEM, () -> timeline.of(story.number()));
        Timeline.Event event = events.stream()
                .filter(one -> one.kind() == Timeline.Kind.STEP_MOVED)
                .findFirst()
                .orElseThrow();
        assertThat(event.actor()).isEqualTo("story-supervisor");
        assertThat(stories.acting().as(supervisor(), () -> moves.reasons(story.number())))
                .containsEntry(event.detail().get("moved"), REASON);
        assertThat(stories.acting().as(supervisor(), () -> trail.of(story.number(), AuditTrail.NEWEST, 50)))
                .filteredOn(entry -> entry.act().equals("step-moved"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail().values())
                        .contains("followUp", "supportPolicyMeeting")
                        .doesNotContain(REASON));
        assertThat(told(moved)).contains("taken story-officer");
        assertThat(ended(followUp)).isEqualTo("cancelled");
    }

    @Test
    void whatWasOverStaysOver() {
        Story story = stories.followedUp();
        InboxItem followUp = story.at("followUp").item();
        story.until(followUp.dueAt().plus(Duration.ofHours(1)));
        moves(story, "followUp", "supportPolicyMeeting");
        assertThat(ended(followUp)).isIn("over", "escalated");
    }

    @Test
    void ofTwoAtOnceTheSecondIsTold() {
        Story story = stories.begin().at("reception").answers();
        InboxItem screening = story.at("screening").item();
        Callable<Boolean> one = () -> stories.acting()
                .as(supervisor(), () -> moving.move(screening.taskId(), "reception", REASON))
                .isPresent();
        Callable<Boolean> other = () -> stories.acting()
                .as(stories.office().at("director"), () -> moving.move(screening.taskId(), "advice", REASON))
                .isPresent();
        assertThat(AtOnce.atOnce(one, other)).containsExactlyInAnyOrder(true, false);
        assertThat(story.check().steps()).hasSize(1).doesNotContain("screening");
    }

    @ParameterizedTest
    @CsvSource({"advice, '', reason", "advice, '  ', reason", "emergencyMeetingX, weil, to", "'', weil, to"})
    void withoutAReasonOrToNoStepItStays(String to, String reason, String field) {
        Story story = stories.begin().at("reception").answers();
        String task = story.at("screening").item().taskId();
        assertThatThrownBy(() -> stories.acting().as(supervisor(), () -> moving.move(task, to, reason)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
        story.check().isAt("screening");
    }

    @Test
    void thePagesSayWhatItDoesAndDoIt() throws Exception {
        Story story = stories.begin().at("reception").answers();
        InboxItem screening = story.at("screening").item();
        Browser browser = new Browser(house);
        String page = "/operations/cases/" + story.number();
        assertThat(browser.opens(supervisor(), page)).hasStatusOk();
        assertThat(browser.opens(supervisor(), "/operations/cases?number=" + story.number()))
                .hasRedirectedUrl(page);
        assertThat(browser.opens(supervisor(), "/operations/cases?number=7")).hasStatus(422);
        assertThat(browser.sends(
                        supervisor(), page + "/preview", "task", screening.taskId(), "to", "advice", "reason", ""))
                .hasStatus(422);
        assertThat(browser.sends(
                        supervisor(), page + "/preview", "task", screening.taskId(), "to", "advice", "reason", REASON))
                .hasStatusOk()
                .bodyText()
                .contains(REASON);
        story.check().isAt("screening");
        assertThat(browser.sends(
                        officer(), page + "/move", "task", screening.taskId(), "to", "advice", "reason", REASON))
                .hasStatus(403);
        assertThat(browser.sends(
                        supervisor(), page + "/move", "task", screening.taskId(), "to", "advice", "reason", REASON))
                .hasRedirectedUrl(page);
        story.check().isAt("advice");
        assertThat(browser.opens(supervisor(), "/cases/" + story.number()))
                .bodyText()
                .contains(REASON);
    }

    private Moved moves(Story story, String from, String to) {
        InboxItem item = story.at(from).item();
        return stories.acting()
                .as(supervisor(), () -> moving.move(item.taskId(), to, REASON))
                .orElseThrow();
    }

    private Optional<Moved> preview(Story story, String from, String to) {
        InboxItem item = story.at(from).item();
        return stories.acting().as(supervisor(), () -> moving.preview(item.taskId(), to, REASON));
    }

    private List<OtherStep> targets(Story story, String from) {
        return stories.acting()
                .as(supervisor(), () -> moving.targets(story.at(from).item().taskId()));
    }

    private List<String> open(Story story, String from) {
        return targets(story, from).stream()
                .filter(OtherStep::open)
                .map(OtherStep::step)
                .toList();
    }

    private Map<String, Hindrance> hindrances(Story story, String from) {
        return targets(story, from).stream()
                .filter(one -> !one.open())
                .collect(Collectors.toMap(OtherStep::step, OtherStep::hindrance));
    }

    private List<String> told(Moved moved) {
        return database.asSuperuser()
                .sql("select kind || ' ' || account from notice where task_id = ?")
                .param(moved.to().taskId())
                .query(String.class)
                .list();
    }

    private String ended(InboxItem item) {
        return database.asSuperuser()
                .sql("select state from deadline where wait_id = ? and step = ? and ended_at is not null")
                .params(item.waitId(), item.step())
                .query(String.class)
                .single();
    }

    private Actor supervisor() {
        return stories.office().at("supervisor");
    }

    private Actor officer() {
        return stories.office().at("officer");
    }
}
