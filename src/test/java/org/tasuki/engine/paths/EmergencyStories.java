package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.casefile.CaseEnding;
import org.tasuki.casefile.EmergencyAccess;
import org.tasuki.casefile.EmergencyReason;
import org.tasuki.casefile.EndingReason;
import org.tasuki.people.Actor;

/** Whoever looks into a case that is not theirs is looked at by somebody else. */
abstract class EmergencyStories {

    private static final EmergencyReason WHY = EmergencyReason.of("police", "夜間に警察から照会があったため");

    @Autowired
    private Stories stories;

    @Autowired
    private EmergencyAccess emergencies;

    @Autowired
    private CaseEnding ending;

    @Test
    void aSupervisorReviewsAnOfficer() {
        Story story = looked(stories.office().secondOfficer());
        story.at("reviewBySupervisor").answers("verdict", "justified").isAt("safetyCheck");
        assertThat(accesses(story))
                .extracting("verdict", "reviewedBy")
                .containsExactly(tuple("justified", "story-supervisor"));
    }

    @Test
    void theDirectorReviewsASupervisorAndActsOnIt() {
        Story story = looked(stories.office().at("supervisor"));
        story.at("reviewByDirector").timesOut();
        story.at("reviewByDirector").answers("verdict", "unjustified");
        story.at("decideMeasure").timesOut().at("decideMeasure").answers();
        assertThat(story.steps()).contains("safetyCheck").doesNotContain("reviewByDirector", "decideMeasure");
    }

    @Test
    void aSupervisorReviewsTheDirectorAndMayBeLate() {
        Story story = looked(stories.office().at("director"));
        story.at("reviewBySupervisor").timesOut().at("reviewBySupervisor").answers("verdict", "justified");
        story.isAt("safetyCheck");
    }

    @Test
    void nobodyReviewsThemselves() {
        Story story = looked(stories.office().at("director"));
        stories.acting().as(stories.office().at("supervisor"), () -> emergencies.open(story.number(), WHY));
        story.at("reviewByDirector").answers("verdict", "justified");
        assertThat(accesses(story)).extracting("reviewedBy").containsExactly("story-director", null);
        story.at("reviewBySupervisor").answers("verdict", "justified");
        assertThat(accesses(story)).extracting("reviewedBy").containsExactly("story-director", "story-supervisor");
    }

    @Test
    void theReviewOutlivesTheCase() {
        Story story = looked(stories.office().secondOfficer());
        stories.acting()
                .as(
                        stories.office().at("supervisor"),
                        () -> ending.withdraw(story.number(), new EndingReason("誤って受け付けたため")));
        story.isAt("reviewBySupervisor")
                .at("reviewBySupervisor")
                .answers("verdict", "justified")
                .isAt();
    }

    private Story looked(Actor who) {
        Story story = stories.accepted();
        stories.acting().as(who, () -> emergencies.open(story.number(), WHY));
        return story.check();
    }

    private List<EmergencyAccess.Access> accesses(Story story) {
        return stories.acting()
                .as(StoryOffice.SYSTEM, () -> stories.transaction().execute(status -> emergencies.of(story.number())));
    }
}
