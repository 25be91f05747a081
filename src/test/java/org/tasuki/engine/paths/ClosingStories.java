package org.tasuki.engine.paths;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Closing needs a supervisor's approval and no open hand-over. */
abstract class ClosingStories {

    @Autowired
    private Stories stories;

    @Autowired
    private OpenHandOver openHandOver;

    @Test
    void theSupervisorApproves() {
        stories.atClosing()
                .isAt("approveClosing")
                .at("approveClosing")
                .answers("closing", "approved")
                .ended("closed");
    }

    @Test
    void theSupervisorReturnsItAndTheMeetingComesAgain() {
        Story story = stories.atClosing().at("approveClosing").answers("closing", "returned");
        story.isAt("supportPolicyMeeting").at("supportPolicyMeeting").answers("measure", "none");
        story.at("followUp").answers("next", "close").at("proposeClosing").answers();
        story.at("approveClosing").answers("closing", "approved").ended("closed");
    }

    @Test
    void bothStepsRunOutOfTime() {
        Story story = stories.followedUp().at("followUp").answers("next", "close");
        story.at("proposeClosing").timesOut().at("proposeClosing").answers();
        story.at("approveClosing").timesOut().at("approveClosing").answers("closing", "approved");
        story.ended("closed");
    }

    @Test
    void anOpenHandOverForbidsIt() {
        Story story = stories.atClosing();
        openHandOver.appearsIn(story.number());
        story.at("approveClosing").isRefused("closing", "closing", "approved");
        story.at("approveClosing").answers("closing", "returned").isAt("supportPolicyMeeting");
    }

    @Test
    void theCaseStaysOpenUntilProtectionHasEnded() {
        Story story = stories.diagnosed(stories.inProtection("yes"));
        story.at("urgencySheet")
                .answers()
                .at("hearChild")
                .answers()
                .at("judgementMeeting")
                .answers();
        story.at("supportPolicyMeeting")
                .answers("measure", "none")
                .at("followUp")
                .answers("next", "close");
        story.isAt("protectionNotice", "keepInProtection")
                .at("protectionNotice")
                .answers();
        story.at("keepInProtection").answers("stay", "end").at("endProtection").answers("destination", "relatives");
        story.isAt("proposeClosing");
    }
}
