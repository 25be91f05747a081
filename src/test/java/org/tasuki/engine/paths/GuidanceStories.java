package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the safety of the child to follow-up. */
abstract class GuidanceStories {

    private static final String[] DIAGNOSES = {
        "socialDiagnosis", "psychologicalDiagnosis", "medicalDiagnosis", "behaviouralDiagnosis"
    };

    @Autowired
    private Stories stories;

    @Test
    void aConfirmedChildIsDiagnosedInFourWaysAtOnce() {
        Story story = stories.accepted()
                .at("safetyCheck")
                .answers("safety", "confirmed")
                .isAt(DIAGNOSES);
        stories.diagnosed(story).isAt("urgencySheet");
    }

    @Test
    void afterTwoDaysWithoutConfirmationTheSupervisorSharesWithThePolice() {
        Story story = stories.accepted();
        story.at("safetyCheck").isDue("2026-06-03T09:00").timesOut().isAt("safetyCheck", "sharePoliceUnconfirmed");
        assertThat(story.at("sharePoliceUnconfirmed").item().desk()).isEqualTo("supervisor");
        story.at("sharePoliceUnconfirmed").isDue("2026-06-04T17:15").timesOut();
        story.at("sharePoliceUnconfirmed").answers().isAt("safetyCheck");
        story.at("safetyCheck").answers("safety", "confirmed").isAt(DIAGNOSES);
    }

    @Test
    void anUnconfirmedChildIsReachedByCompulsion() {
        Story story = stories.accepted()
                .at("safetyCheck")
                .answers("safety", "unconfirmed")
                .isAt("compulsoryAccess");
        story.at("compulsoryAccess").timesOut().isAt("compulsoryAccess");
        story.at("compulsoryAccess").answers().isAt("safetyCheck");
        story.at("safetyCheck")
                .answers("safety", "unconfirmed")
                .at("compulsoryAccess")
                .answers();
        story.at("safetyCheck").answers("safety", "confirmed").isAt(DIAGNOSES);
    }

    @Test
    void anUrgentCaseIsSharedWithThePoliceBesideTheHearing() {
        Story story = stories.investigated()
                .at("urgencySheet")
                .answers("imminent", "yes")
                .isAt("sharePoliceUrgent", "hearChild");
        assertThat(story.file().urgency()).isEqualTo("A");
        story.at("sharePoliceUrgent")
                .timesOut()
                .at("sharePoliceUrgent")
                .answers()
                .isAt("hearChild");
    }

    @Test
    void theGravestCaseIsSharedAndProtectedAtOnce() {
        Story story = stories.investigated()
                .at("urgencySheet")
                .answers("graveResult", "yes", "protection", "start")
                .isAt("sharePoliceUrgent", "protectionDecision", "hearChild");
        assertThat(story.file().urgency()).isEqualTo("AA");
        story.at("protectionDecision").answers("protect", "no").isAt("sharePoliceUrgent", "hearChild");
        story.at("sharePoliceUrgent").answers().isAt("hearChild");
    }

    @Test
    void everyOtherStepRunsOutOfTimeAndIsStillDone() {
        Story story = stories.accepted().at("safetyCheck").answers();
        for (String diagnosis : DIAGNOSES) {
            story.at(diagnosis).timesOut();
        }
        stories.diagnosed(story);
        for (String step : new String[] {"urgencySheet", "hearChild", "judgementMeeting"}) {
            story.at(step).timesOut().isAt(step).at(step).answers();
        }
        story.at("supportPolicyMeeting")
                .timesOut()
                .at("supportPolicyMeeting")
                .answers("measure", "guidance")
                .at("carryOutMeasure")
                .timesOut()
                .at("carryOutMeasure")
                .answers()
                .at("followUp")
                .timesOut()
                .isAt("followUp");
    }

    @Test
    void followUpGoesOnUntilTheNextMeeting() {
        Story story = stories.followedUp().isAt("followUp");
        story.at("followUp").answers("next", "continue").isAt("followUp");
        story.at("followUp").answers("next", "meeting").isAt("supportPolicyMeeting");
        story.at("supportPolicyMeeting").answers("measure", "guidance").isAt("carryOutMeasure");
        story.at("carryOutMeasure").answers().isAt("followUp");
        story.at("followUp").answers("next", "close").isAt("proposeClosing");
    }

    @Test
    void aMeetingThatHandsOverToNobodyIsRefused() {
        stories.atPolicyMeeting().at("supportPolicyMeeting").isRefused("services", "serviceReferral", "yes");
    }

    @Test
    void policeServicesAndMeasureGoOnSideBySideUntilTheLastIsDone() {
        Story story = stories.atPolicyMeeting()
                .at("supportPolicyMeeting")
                .answers(
                        "measure", "guidance",
                        "policeReferral", "yes",
                        "policeAgency", "story-police",
                        "policePurpose", "援助要請",
                        "serviceReferral", "yes",
                        "services[0].agency", "story-municipal",
                        "services[0].purpose", "見守り")
                .isAt("carryOutMeasure", "preparePoliceReferral", "prepareSupportReferral");
        story.at("carryOutMeasure").answers().isAt("preparePoliceReferral", "prepareSupportReferral");
        story.at("preparePoliceReferral").answers().at("approvePoliceReferral").answers("approval", "dropped");
        story.isAt("prepareSupportReferral")
                .at("prepareSupportReferral")
                .answers()
                .at("approveSupportReferral")
                .answers("approval", "dropped")
                .isAt("followUp");
    }
}
