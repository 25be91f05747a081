package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.launch.TestDatabase;

/** A case's timeline says to whom the office's rules gave a task, and why to them. */
@StoryTest
class WhyGivenTests {

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private TestDatabase database;

    private final Browser browser;

    @Autowired
    WhyGivenTests(WebApplicationContext house) {
        browser = new Browser(house);
    }

    @AfterEach
    void everybodyIsBack() {
        database.asSuperuser()
                .sql("update absence set cancelled_at = now() where cancelled_at is null and center = 'story'")
                .update();
    }

    @Test
    void theOfficerOfTheCase() {
        assertThat(timeline(toSafetyCheck())).contains("story-officerに割り当て（自動割当：事例の担当者のため）");
    }

    @Test
    void whoeverStandsInForTheOfficer() {
        Story story = toSafetyCheck();
        database.asSuperuser()
                .sql(
                        """
                        with away as (insert into absence (center, account, kind, starts_at, ends_at, entered_by, entered_at)
                            values ('story', 'story-officer', 'leave', now() - interval '1 hour', now() + interval '5 days',
                                    'story-officer', now()) returning id)
                        insert into absence_substitute select id, 'story', 0, 'story-officer2' from away
                        """)
                .update();
        story.at("safetyCheck").answers();
        assertThat(timeline(story)).contains("story-officer2に割り当て（story-officerの代理）");
    }

    @Test
    void whatWaitsToBeTakenSaysNothing() {
        Story story = stories.begin("2027-06-07T09:00");
        assertThat(timeline(story)).contains("受付").doesNotContain("割り当て（");
    }

    private Story toSafetyCheck() {
        return stories.begin("2027-06-07T09:00")
                .at("reception")
                .answers()
                .at("screening")
                .answers("meeting", "regular")
                .at("acceptanceMeeting")
                .answers("acceptance", "accepted");
    }

    private String timeline(Story story) {
        byte[] page = browser.opens(office.at("supervisor"), "/cases/" + story.number())
                .getResponse()
                .getContentAsByteArray();
        return new String(page, StandardCharsets.UTF_8);
    }
}
