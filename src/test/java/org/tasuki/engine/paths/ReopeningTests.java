package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.casefile.CaseFile;
import org.tasuki.people.Actor;

/** A child whose case was closed is notified again: the case begins anew, under its number and with all that is known. */
@StoryTest
class ReopeningTests {

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private WebApplicationContext house;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(house);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reception", "officer", "supervisor", "director"})
    void whoeverHearsOfTheChildAgainReopensTheCase(String desk) {
        Story story = closed();
        Actor person = office.at(desk);
        assertThat(browser.opens(person, page(story))).bodyText().contains("再受理する");
        assertThat(reopens(person, story)).hasStatus3xxRedirection().hasRedirectedUrl(page(story));
        assertThat(story.file().status()).isEqualTo(CaseFile.Status.OPEN);
        story.isAt("reception");
        assertThat(browser.opens(person, page(story))).bodyText().contains("事例を再開しました");
    }

    @Test
    void theLimitsRunAnew() {
        Story story = closed();
        reopens(office.at("reception"), story);
        story.at("reception").answers().at("screening").answers();
        story.at("acceptanceMeeting").answers("acceptance", "accepted");
        assertThat(story.at("safetyCheck").item().over()).isFalse();
        story.letPass(Duration.ofHours(49)).isAt("safetyCheck", "sharePoliceUnconfirmed");
    }

    @Test
    void aSecondClickFindsItOpen() {
        Story story = closed();
        reopens(office.at("reception"), story);
        assertThat(reopens(office.at("reception"), story)).hasStatus3xxRedirection();
        story.isAt("reception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"psychologist", "lawyer", "protection"})
    void otherDesksDoNot(String desk) {
        Story story = closed();
        assertThat(browser.opens(office.at(desk), page(story))).bodyText().doesNotContain("再受理する");
        reopens(office.at(desk), story);
        assertThat(story.file().status()).isEqualTo(CaseFile.Status.CLOSED);
    }

    @Test
    void anAgencyFindsNothing() {
        Story story = closed();
        assertThat(reopens(office.at("agency:story-school"), story)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(story.file().status()).isEqualTo(CaseFile.Status.CLOSED);
    }

    private Story closed() {
        Story story = stories.atClosing().at("approveClosing").answers("closing", "approved");
        story.ended("closed");
        return story;
    }

    private MvcTestResult reopens(Actor person, Story story) {
        return browser.sends(person, page(story) + "/reopening");
    }

    private static String page(Story story) {
        return "/cases/" + story.number();
    }
}
