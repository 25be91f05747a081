package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tasuki.engine.paths.AtOnce.atOnce;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.casefile.CaseEnding;
import org.tasuki.casefile.EndingReason;
import org.tasuki.casefile.Refusal;
import org.tasuki.inbox.Completion;
import org.tasuki.inbox.Completion.Done;
import org.tasuki.inbox.Completion.Gone;
import org.tasuki.inbox.Completion.HeldBy;
import org.tasuki.inbox.Desk;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;

/** Two people, or a person and a timer, reach for the same case in the same moment. */
@StoryTest
class TwoAtOnceTests {

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private Desk desk;

    @Autowired
    private CaseEnding ending;

    @Autowired
    private Acting acting;

    @RepeatedTest(3)
    void ofADoubleClickOneWinsAndTheOtherFindsTheTaskGone() {
        Story story = stories.accepted();
        Callable<Completion> click = completing(story, "safetyCheck", "safety", "confirmed");
        assertThat(atOnce(click, click)).containsExactlyInAnyOrder(new Done(story.number()), new Gone("story-officer"));
        story.check().isAt("socialDiagnosis", "psychologicalDiagnosis", "medicalDiagnosis", "behaviouralDiagnosis");
    }

    @RepeatedTest(3)
    void ofTwoOfficersOneGetsTheTaskAndTheOtherIsToldWho() {
        Story story = stories.accepted();
        String task = story.at("safetyCheck").item().taskId();
        acting.as(office.at("officer"), () -> desk.release(task));
        List<Completion> claims = atOnce(claiming(task, office.at("officer")), claiming(task, office.secondOfficer()));
        String holder = story.check().at("safetyCheck").item().assignee();
        assertThat(claims).containsExactlyInAnyOrder(new Done(story.number()), new HeldBy(holder));
    }

    @RepeatedTest(3)
    void fourDiagnosesAreHandedInAtOnceAndMeetOnce() {
        Story story = stories.accepted().at("safetyCheck").answers();
        List<Completion> all = atOnce(
                completing(story, "socialDiagnosis"),
                completing(story, "psychologicalDiagnosis"),
                completing(story, "medicalDiagnosis"),
                completing(story, "behaviouralDiagnosis"));
        assertThat(all).containsOnly(new Done(story.number()));
        story.check().isAt("urgencySheet");
    }

    @RepeatedTest(3)
    void aTaskIsCompletedWhileItsTimeRunsOut() {
        Story story = stories.accepted();
        List<Object> both = atOnce(completing(story, "safetyCheck")::call, () -> {
            story.at("safetyCheck").timesOut();
            return true;
        });
        assertThat(both.get(0)).isEqualTo(new Done(story.number()));
        assertThat(story.check().steps()).contains("socialDiagnosis").doesNotContain("safetyCheck");
    }

    @RepeatedTest(3)
    void anAgencyAnswersWhileItsTimeRunsOut() {
        Story story = stories.toPolice()
                .at("preparePoliceReferral")
                .answers()
                .at("approvePoliceReferral")
                .answers("approval", "approved");
        Instant due = story.at("awaitPoliceAnswer").item().dueAt();
        List<Object> both =
                atOnce(completing(story, "awaitPoliceAnswer", "answer", "accepted")::call, () -> story.until(due));
        if (both.get(0) instanceof Done) {
            story.check().isAt("followUp");
        } else {
            assertThat(both.get(0)).isInstanceOf(Gone.class);
            story.check().isAt("decideAnew");
        }
    }

    @RepeatedTest(3)
    void aCaseIsWithdrawnWhileSomebodyWorksOnIt() {
        Story story = stories.accepted();
        List<Object> both = atOnce(completing(story, "safetyCheck")::call, () -> {
            acting.as(office.at("supervisor"), () -> ending.withdraw(story.number(), new EndingReason("誤って開いたため")));
            return true;
        });
        assertThat(both.get(0)).isInstanceOfAny(Done.class, Gone.class);
        story.check().isGone();
    }

    @RepeatedTest(3)
    void ofTwoCasesJoinedCrosswiseOneGoesOn() {
        Story one = stories.accepted();
        Story other = stories.accepted();
        List<String> both = atOnce(joining(one, other), joining(other, one));
        assertThat(both).containsExactlyInAnyOrder("joined", "refused");
        boolean first = both.get(0).equals("joined");
        (first ? one : other).check().isGone();
        (first ? other : one).check().isAt("safetyCheck");
    }

    @Test
    void aTaskThatIsGoneCannotBeClaimedOrReleasedOrWrittenOn() {
        Story story = stories.accepted();
        String task = story.at("safetyCheck").item().taskId();
        story.at("safetyCheck").answers();
        Actor officer = office.at("officer");
        assertThat(acting.as(officer, () -> desk.claim(task))).isEqualTo(new Gone("story-officer"));
        assertThat(acting.as(officer, () -> desk.release(task))).isEqualTo(new Gone("story-officer"));
        assertThat(acting.as(officer, () -> desk.saveDraft(task, Map.of()))).isFalse();
    }

    private Callable<Completion> completing(Story story, String step, String... answers) {
        Story.Step at = story.at(step);
        Map<String, List<String>> typed = at.typed(answers);
        typed.put(Desk.LATE_REASON, List.of("同時に期限が来たため"));
        Actor worker = office.at(at.item().desk());
        String task = at.item().taskId();
        return () -> acting.as(worker, () -> desk.complete(task, typed));
    }

    private Callable<String> joining(Story from, Story into) {
        return () -> acting.as(office.at("supervisor"), () -> {
            try {
                ending.join(from.number(), into.number(), new EndingReason("同じ児童のため"));
                return "joined";
            } catch (Refusal refused) {
                return "refused";
            }
        });
    }

    private Callable<Completion> claiming(String task, Actor person) {
        return () -> acting.as(person, () -> desk.claim(task));
    }
}
