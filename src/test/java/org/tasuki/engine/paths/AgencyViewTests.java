package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.casefile.CaseFiles;
import org.tasuki.launch.TestDatabase;
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

    @Autowired
    private TestDatabase database;

    @Autowired
    private WebApplicationContext house;

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

    @Test
    void whenTheCaseHasEndedItLooksUpWhatItWasHandedButNotWhereTheChildIsByNow() throws Exception {
        Story story = stories.begin()
                .at("reception")
                .answers("childName", "明石 望")
                .at("screening")
                .answers("meeting", "regular")
                .at("acceptanceMeeting")
                .answers("acceptance", "accepted")
                .at("safetyCheck")
                .answers("safety", "confirmed");
        stories.diagnosed(story)
                .at("urgencySheet")
                .answers()
                .at("hearChild")
                .answers()
                .at("judgementMeeting")
                .answers()
                .at("supportPolicyMeeting")
                .answers(
                        "serviceReferral", "yes", "services[0].agency", "story-support", "services[0].purpose", "心のケア");
        story.at("prepareSupportReferral").answers("agency", "story-support");
        story.at("approveSupportReferral").answers("approval", "approved");
        story.at("awaitServiceAnswer").answers("answer", "accepted");
        database.asSuperuser()
                .sql("update child set school = '浜辺小学校' where case_number = ?")
                .param(story.number().value())
                .update();
        assertThat(page(story)).contains("明石 望", "浜辺小学校");
        ends(story, "0 months");
        assertThat(page(story)).contains("明石 望", "終結しています").doesNotContain("浜辺小学校");
        ends(story, "13 months");
        assertThat(sees("story-support", story)).isFalse();
    }

    private String page(Story story) throws Exception {
        return new Browser(house)
                .opens(office.at("agency:story-support"), "/cases/" + story.number())
                .getResponse()
                .getContentAsString();
    }

    private void ends(Story story, String ago) {
        database.asSuperuser()
                .sql("update case_file set status = 'closed', closed_at = now() - cast(? as interval) where number = ?")
                .params(ago, story.number().value())
                .update();
    }

    private boolean sees(String agency, Story story) {
        return acting.as(office.at("agency:" + agency), () -> files.find(story.number()))
                .isPresent();
    }
}
