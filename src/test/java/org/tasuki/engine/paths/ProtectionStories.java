package org.tasuki.engine.paths;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Temporary protection runs beside the investigation, whose four diagnoses stay open in these stories. */
abstract class ProtectionStories {

    private static final String[] DIAGNOSES = {
        "socialDiagnosis", "psychologicalDiagnosis", "medicalDiagnosis", "behaviouralDiagnosis"
    };

    @Autowired
    private Stories stories;

    @Test
    void theDirectorDecidesAgainstIt() {
        Story story = stories.atProtectionDecision();
        story.isAt(and("protectionDecision"));
        story.at("protectionDecision").timesOut();
        story.at("protectionDecision").answers("protect", "no").isAt(DIAGNOSES);
    }

    @Test
    void withConsentNoWarrantIsNeededAndTheChildGoesHome() {
        Story story = stories.inProtection("yes").isAt(and("protectionNotice", "keepInProtection"));
        story.at("protectionNotice").timesOut().at("protectionNotice").answers().isAt(and("keepInProtection"));
        story.at("keepInProtection").answers("stay", "end").isAt(and("endProtection"));
        story.at("endProtection").timesOut().at("endProtection").answers("destination", "home");
        story.isAt(and("sharePoliceReturn"));
        story.at("sharePoliceReturn")
                .timesOut()
                .at("sharePoliceReturn")
                .answers()
                .isAt(DIAGNOSES);
    }

    @Test
    void aJudgeIssuesTheWarrant() {
        Story story = stories.inProtection("no").isAt(and("protectionNotice", "warrantRequest", "keepInProtection"));
        story.at("warrantRequest").isDue("2026-06-09T00:00").timesOut();
        story.at("warrantRequest").answers().at("warrantAnswer").timesOut();
        story.at("warrantAnswer").answers("warrant", "issued").isAt(and("protectionNotice", "keepInProtection"));
    }

    @Test
    void aJudgeRejectsTheWarrantAndTheChildIsReleased() {
        Story story = rejected().at("cancellationRequest").answers("cancellation", "release");
        story.isAt(and("protectionNotice", "endProtection"));
        story.at("endProtection")
                .answers("destination", "placement")
                .isAt(and("protectionNotice"))
                .at("protectionNotice")
                .answers()
                .isAt(DIAGNOSES);
    }

    @Test
    void theRejectionIsCancelledAndProtectionGoesOn() {
        Story story = rejected().at("cancellationRequest").timesOut();
        story.at("cancellationRequest")
                .answers("cancellation", "request")
                .at("cancellationAnswer")
                .timesOut();
        story.at("cancellationAnswer")
                .answers("cancellationResult", "upheld")
                .isAt(and("protectionNotice", "keepInProtection"));
    }

    @Test
    void theRejectionStandsAndTheChildIsReleased() {
        rejected()
                .at("cancellationRequest")
                .answers("cancellation", "request")
                .at("cancellationAnswer")
                .answers("cancellationResult", "dismissed")
                .isAt(and("protectionNotice", "endProtection"));
    }

    @Test
    void theEndOfTheStayAlsoEndsTheRequestForAWarrant() {
        stories.inProtection("no")
                .at("keepInProtection")
                .answers("stay", "end")
                .isAt(and("protectionNotice", "endProtection"));
    }

    @Test
    void theFamilyCourtApprovesAnExtensionAndRejectsTheNext() {
        Story story = stories.inProtection("yes").at("protectionNotice").answers();
        story.at("keepInProtection").isDue("2026-08-03T00:00").timesOut();
        story.at("keepInProtection").answers("stay", "extend").isAt(and("extensionRequest"));
        story.at("extensionRequest").timesOut().at("extensionRequest").answers();
        story.at("extensionAnswer").timesOut().at("extensionAnswer").answers("extension", "approved");
        story.isAt(and("keepExtended")).at("keepExtended").timesOut();
        story.at("keepExtended").answers("stay", "extend").isAt(and("extensionRequest"));
        story.at("extensionRequest")
                .answers()
                .at("extensionAnswer")
                .answers("extension", "rejected")
                .isAt(and("endProtection"));
        story.at("endProtection").answers("destination", "relatives").isAt(DIAGNOSES);
    }

    @Test
    void anExtendedStayEnds() {
        stories.inProtection("yes")
                .at("keepInProtection")
                .answers("stay", "extend")
                .at("extensionRequest")
                .answers()
                .at("extensionAnswer")
                .answers("extension", "approved")
                .at("keepExtended")
                .answers("stay", "end")
                .isAt(and("protectionNotice", "endProtection"));
    }

    @Test
    void itDoesNotBeginASecondTimeWhileTheFirstIsDecidedOrRuns() {
        Story story = stories.diagnosed(stories.atProtectionDecision()).isAt("protectionDecision", "urgencySheet");
        story.at("urgencySheet").isRefused("protection", "protection", "start");
        story.at("protectionDecision").answers("protect", "yes", "consent", "yes");
        story.at("urgencySheet").isRefused("protection", "protection", "start");
        story.at("keepInProtection").answers("stay", "extend");
        story.at("urgencySheet").isRefused("protection", "protection", "start");
        story.at("urgencySheet").answers("protection", "none");
        story.isAt("protectionNotice", "extensionRequest", "hearChild");
    }

    @Test
    void itBeginsAgainOnceTheFirstIsOverThoughItsPapersAreNot() {
        Story story = stories.diagnosed(stories.inProtection("yes"));
        story.at("keepInProtection").answers("stay", "end");
        story.at("urgencySheet").isRefused("protection", "protection", "start");
        story.at("endProtection").answers("destination", "home");
        story.isAt("protectionNotice", "sharePoliceReturn", "urgencySheet");
        story.at("urgencySheet").answers("protection", "start");
        story.isAt("protectionNotice", "sharePoliceReturn", "protectionDecision", "hearChild");
    }

    @Test
    void itBeginsWithTheSheetWhenTheDirectorHadDecidedAgainstItBefore() {
        Story story = stories.diagnosed(stories.atProtectionDecision());
        story.at("protectionDecision").answers("protect", "no");
        story.at("urgencySheet").answers("protection", "start").isAt("protectionDecision", "hearChild");
    }

    private Story rejected() {
        return stories.inProtection("no")
                .at("warrantRequest")
                .answers()
                .at("warrantAnswer")
                .answers("warrant", "rejected")
                .isAt(and("protectionNotice", "cancellationRequest", "keepInProtection"));
    }

    private static String[] and(String... steps) {
        String[] all = java.util.Arrays.copyOf(steps, steps.length + DIAGNOSES.length);
        System.arraycopy(DIAGNOSES, 0, all, steps.length, DIAGNOSES.length);
        return all;
    }
}
