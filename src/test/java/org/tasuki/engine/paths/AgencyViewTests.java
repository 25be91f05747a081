package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.casefile.CaseFiles;
import org.tasuki.people.Acting;

/** An agency sees a case from the moment that it is handed over to it, and not before. */
@StoryTest
class AgencyViewTests {

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private CaseFiles files;

    @Autowired
    private Acting acting;

    @Test
    void theNextAgencySeesItOnlyOnceTheSupervisorApproved() {
        Story story = stories.toServices();
        story.at("prepareSupportReferral").answers("agency", "story-support");
        story.at("approveSupportReferral").answers("approval", "approved");
        assertThat(sees("story-support", story)).isTrue();
        story.at("awaitServiceAnswer").answers("answer", "declined");
        story.at("decideAnew").answers("renewal", "otherAgency");
        story.at("prepareSupportReferral", 1).answers("agency", "story-municipal");
        assertThat(sees("story-municipal", story)).isFalse();
        story.at("approveSupportReferral").answers("approval", "approved");
        assertThat(sees("story-municipal", story)).isTrue();
        assertThat(sees("story-support", story)).isFalse();
    }

    private boolean sees(String agency, Story story) {
        return acting.as(office.at("agency:" + agency), () -> files.find(story.number()))
                .isPresent();
    }
}
