package org.tasuki.engine.paths;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the first contact to acceptance, advice, or passing on. */
abstract class ConsultationStories {

    @Autowired
    private Stories stories;

    @Test
    void aRegularMeetingAcceptsTheCase() {
        stories.begin()
                .isAt("reception")
                .at("reception")
                .answers()
                .isAt("screening")
                .at("screening")
                .answers("meeting", "regular")
                .isAt("acceptanceMeeting")
                .at("acceptanceMeeting")
                .answers("acceptance", "accepted")
                .isAt("safetyCheck");
    }

    @Test
    void anEmergencyMeetingAcceptsTheCaseTheSameDay() {
        Story story = stories.begin()
                .at("reception")
                .answers()
                .at("screening")
                .answers("meeting", "emergency")
                .isAt("emergencyMeeting");
        story.at("emergencyMeeting")
                .isDue("2026-06-01T12:00")
                .answers("acceptance", "accepted")
                .isAt("safetyCheck");
    }

    @Test
    void adviceIsAllThatIsNeeded() {
        Story story = stories.begin()
                .at("reception")
                .answers()
                .at("screening")
                .answers("meeting", "regular")
                .at("acceptanceMeeting")
                .answers("acceptance", "advice")
                .isAt("advice");
        story.at("advice").answers().ended("adviceOnly");
    }

    @Test
    void anotherOfficeIsInCharge() {
        Story story = stories.begin()
                .at("reception")
                .answers()
                .at("screening")
                .answers("meeting", "emergency")
                .at("emergencyMeeting")
                .answers("acceptance", "passedOn")
                .isAt("passOn");
        story.at("passOn").answers().ended("passedOn");
    }

    @Test
    void everyStepRunsOutOfTimeAndIsStillDone() {
        Story story = stories.begin().at("reception").timesOut().isAt("reception");
        story.at("reception").answers().at("screening").timesOut().isAt("screening");
        story.at("screening")
                .answers("meeting", "regular")
                .at("acceptanceMeeting")
                .timesOut();
        story.at("acceptanceMeeting")
                .answers("acceptance", "advice")
                .at("advice")
                .timesOut();
        story.at("advice").answers().ended("adviceOnly");
    }

    @Test
    void anEmergencyMeetingAndATransferRunOutOfTime() {
        Story story = stories.begin().at("reception").answers().at("screening").answers("meeting", "emergency");
        story.at("emergencyMeeting").timesOut().isAt("emergencyMeeting");
        story.at("emergencyMeeting")
                .answers("acceptance", "passedOn")
                .at("passOn")
                .timesOut()
                .isAt("passOn");
        story.at("passOn").answers().ended("passedOn");
    }
}
