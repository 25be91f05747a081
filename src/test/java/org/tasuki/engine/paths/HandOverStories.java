package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Hand-overs to the police and to services: accepted, declined, met with silence, returned, dropped. */
abstract class HandOverStories {

    @Autowired
    private Stories stories;

    @Test
    void thePoliceAcceptAndInterviewTheChildTogetherWithUs() {
        Story story = sentToPolice("jointInterview", "yes").isAt("awaitPoliceAnswer");
        assertThat(story.at("awaitPoliceAnswer").item().desk()).isEqualTo("agency:story-police");
        story.at("awaitPoliceAnswer").answers("answer", "accepted").isAt("jointInterview");
        story.at("jointInterview").timesOut().at("jointInterview").answers().isAt("followUp");
    }

    @Test
    void thePoliceAcceptWithoutAnInterview() {
        sentToPolice("jointInterview", "no")
                .at("awaitPoliceAnswer")
                .answers("answer", "accepted")
                .isAt("followUp");
    }

    @Test
    void theSupervisorReturnsTheSheetToThePoliceAndThenDropsIt() {
        Story story = stories.toPolice().at("preparePoliceReferral").timesOut();
        story.at("preparePoliceReferral").answers().at("approvePoliceReferral").timesOut();
        story.at("approvePoliceReferral").answers("approval", "returned").isAt("preparePoliceReferral");
        story.at("preparePoliceReferral").answers();
        story.at("approvePoliceReferral").answers("approval", "dropped").isAt("followUp");
    }

    @Test
    void thePoliceDeclineAndTheOfficeUndertakesItItself() {
        Story story = sentToPolice().at("awaitPoliceAnswer").answers("answer", "declined");
        story.isAt("decideAnew").at("decideAnew").timesOut();
        story.at("decideAnew").answers("renewal", "undertake").isAt("followUp");
    }

    @Test
    void thePoliceAreSilentForAWorkingDayAndAreAskedAgain() {
        Story story =
                sentToPolice().at("awaitPoliceAnswer").isDue("2026-06-02T17:15").timesOut();
        story.isAt("decideAnew").at("decideAnew").answers("renewal", "resend").isAt("preparePoliceReferral");
        story.at("preparePoliceReferral").answers().at("approvePoliceReferral").answers("approval", "approved");
        story.at("awaitPoliceAnswer").answers("answer", "accepted").isAt("followUp");
    }

    @Test
    void ofTwoServicesOneDeclinesAndOneAccepts() {
        Story story = stories.toServices().isAt("prepareSupportReferral", "prepareSupportReferral");
        assertThat(story.at("prepareSupportReferral", 0).item().handOver())
                .isNotEqualTo(story.at("prepareSupportReferral", 1).item().handOver());
        sendBoth(story).isAt("awaitServiceAnswer", "awaitServiceAnswer");
        story.at("awaitServiceAnswer", "story-school").answers("answer", "declined");
        story.isAt("awaitServiceAnswer", "decideAnew");
        story.at("awaitServiceAnswer", "story-support").answers("answer", "accepted");
        story.isAt("supportReport", "decideAnew");
        story.at("decideAnew").answers("renewal", "undertake").isAt("supportReport");
        assertThat(story.at("supportReport").item().desk()).isEqualTo("agency:story-support");
        story.at("supportReport").timesOut().at("supportReport").answers().isAt("followUp");
    }

    @Test
    void aServiceThatDeclinedIsFollowedByAnotherAgency() {
        Story story = sendBoth(stories.toServices());
        story.at("awaitServiceAnswer", "story-support").answers("answer", "accepted");
        story.at("supportReport").answers();
        story.at("awaitServiceAnswer", "story-school").answers("answer", "declined");
        story.at("decideAnew").timesOut().at("decideAnew").answers("renewal", "otherAgency");
        story.at("prepareSupportReferral").answers("agency", "story-municipal");
        story.at("approveSupportReferral").answers("approval", "approved");
        story.at("awaitServiceAnswer", "story-municipal").answers("answer", "accepted");
        story.at("supportReport").answers().isAt("followUp");
    }

    @Test
    void theSupervisorReturnsOneSheetAndDropsBoth() {
        Story story = stories.toServices().at("prepareSupportReferral").timesOut();
        story.at("prepareSupportReferral")
                .answers()
                .at("approveSupportReferral")
                .timesOut();
        story.at("approveSupportReferral").answers("approval", "returned");
        story.isAt("prepareSupportReferral", "prepareSupportReferral");
        story.at("prepareSupportReferral")
                .answers()
                .at("prepareSupportReferral")
                .answers();
        story.at("approveSupportReferral").answers("approval", "dropped");
        story.at("approveSupportReferral").answers("approval", "dropped").isAt("followUp");
    }

    @Test
    void aServiceIsSilentForThreeWorkingDays() {
        Story story = sendBoth(stories.toServices());
        story.at("awaitServiceAnswer", "story-school").isDue("2026-06-04T17:15");
        story.at("awaitServiceAnswer", "story-school").answers("answer", "accepted");
        story.at("awaitServiceAnswer", "story-support").timesOut().isAt("supportReport", "decideAnew");
    }

    private Story sentToPolice(String... answers) {
        return stories.toPolice()
                .at("preparePoliceReferral")
                .answers(answers)
                .at("approvePoliceReferral")
                .answers("approval", "approved");
    }

    private static Story sendBoth(Story story) {
        story.at("prepareSupportReferral").answers("agency", "story-support");
        story.at("prepareSupportReferral").answers("agency", "story-school");
        story.at("approveSupportReferral").answers("approval", "approved");
        return story.at("approveSupportReferral").answers("approval", "approved");
    }
}
