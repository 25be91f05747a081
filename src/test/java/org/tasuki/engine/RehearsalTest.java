package org.tasuki.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A case on paper goes where the same answers take it in the engine. */
class RehearsalTest {

    private final Rehearsal rehearsal = Rehearsals.of(ShippedProcesses.all()).begin("referral");

    @Test
    void itBeginsAtTheFirstTaskOfTheProcessThatIsCalled() {
        assertThat(steps()).containsExactly("reception");
        assertThat(rehearsal.passed()).containsExactly(new StepPlace("referral", "consultation"));
    }

    @Test
    void whatWasAnsweredChoosesTheWay() {
        done("reception").done("screening", "meeting=emergency").isAt("emergencyMeeting");
        done("emergencyMeeting", "acceptance=advice").isAt("advice").done("advice");
        assertThat(rehearsal.isOver()).isTrue();
    }

    @Test
    void aLimitThatPassesLeavesTheTaskAndBringsAnother() {
        accepted();
        rehearsal.passLimit(new StepPlace("guidance-center", "safetyCheck"));
        isAt("safetyCheck", "sharePoliceUnconfirmed");
    }

    @Test
    void aLimitThatEndsTheTaskTakesItAway() {
        atServices("services=1").done("prepareSupportReferral").done("approveSupportReferral", "approval=approved");
        rehearsal.passLimit(new StepPlace("support-referral", "awaitServiceAnswer"));
        isAt("decideAnew");
        assertThat(rehearsal.passed()).contains(new StepPlace("support-referral", "markSilent"));
    }

    @Test
    void eachServiceGoesItsOwnWayAndAllAreWaitedFor() {
        atServices("services=2").isAt("prepareSupportReferral", "prepareSupportReferral");
        done("prepareSupportReferral").done("approveSupportReferral", "approval=dropped");
        isAt("prepareSupportReferral");
        done("prepareSupportReferral").done("approveSupportReferral", "approval=dropped");
        isAt("followUp");
    }

    @Test
    void theFourDiagnosesAreWaitedFor() {
        accepted().done("safetyCheck", "safety=confirmed");
        isAt("socialDiagnosis", "psychologicalDiagnosis", "medicalDiagnosis", "behaviouralDiagnosis");
        done("socialDiagnosis").done("psychologicalDiagnosis").done("medicalDiagnosis");
        isAt("behaviouralDiagnosis").done("behaviouralDiagnosis").isAt("urgencySheet");
    }

    @Test
    void aRefusedWarrantEndsTheWholeStay() {
        accepted().done("safetyCheck", "safety=confirmed", "protection=start");
        done("protectionDecision", "protect=yes", "consent=no").done("protectionNotice");
        done("warrantRequest").done("warrantAnswer", "warrant=rejected");
        assertThat(steps()).contains("cancellationRequest", "keepInProtection");
        done("cancellationRequest", "cancellation=release");
        assertThat(steps()).contains("endProtection").doesNotContain("keepInProtection");
    }

    @Test
    void aReturnedClosingComesBackToTheMeeting() {
        atMeeting().done("supportPolicyMeeting", "measure=none").done("followUp", "next=close");
        done("proposeClosing").done("approveClosing", "closing=returned").isAt("supportPolicyMeeting");
        done("supportPolicyMeeting", "measure=none")
                .done("followUp", "next=close")
                .done("proposeClosing");
        done("approveClosing", "closing=approved");
        assertThat(rehearsal.isOver()).isTrue();
    }

    @Test
    void whatIsNotOpenCannotBeDone() {
        assertThatThrownBy(() -> rehearsal.answer(new StepPlace("consultation", "screening"), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("consultation/screening is not open");
    }

    private RehearsalTest accepted() {
        return done("reception").done("screening", "meeting=regular").done("acceptanceMeeting", "acceptance=accepted");
    }

    private RehearsalTest atMeeting() {
        accepted().done("safetyCheck", "safety=confirmed");
        done("socialDiagnosis")
                .done("psychologicalDiagnosis")
                .done("medicalDiagnosis")
                .done("behaviouralDiagnosis");
        return done("urgencySheet", "urgency=C").done("hearChild").done("judgementMeeting");
    }

    private RehearsalTest atServices(String services) {
        return atMeeting().done("supportPolicyMeeting", "measure=none", "serviceReferral=yes", services);
    }

    private RehearsalTest done(String step, String... answers) {
        Map<String, String> given = new HashMap<>();
        Arrays.stream(answers).map(answer -> answer.split("=")).forEach(answer -> given.put(answer[0], answer[1]));
        StepPlace place = rehearsal.open().stream()
                .filter(open -> open.step().equals(step))
                .findFirst()
                .orElseThrow(() -> new AssertionError(step + " is not among " + steps()));
        rehearsal.answer(place, given);
        return this;
    }

    private RehearsalTest isAt(String... steps) {
        assertThat(steps()).containsExactlyInAnyOrder(steps);
        return this;
    }

    private List<String> steps() {
        return rehearsal.open().stream().map(StepPlace::step).toList();
    }
}
