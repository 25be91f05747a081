package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.casefile.Timeline;
import org.tasuki.casefile.Timeline.Kind;
import org.tasuki.engine.CaseTimers;
import org.tasuki.people.Acting;
import org.tasuki.referral.HandOver;
import org.tasuki.referral.HandOvers;
import org.tasuki.terms.Japan;

/** Time limits on a case's own clock, to the minute. */
@StoryTest
class TimerTests {

    @Autowired
    private Stories stories;

    @Autowired
    private HandOvers handOvers;

    @Autowired
    private Timeline timeline;

    @Autowired
    private CaseTimers timers;

    @Autowired
    private Acting acting;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void fortyEightHoursCountFromAcceptanceAndTheCheckStaysOpen() {
        Story story = stories.accepted().until("2026-06-03T08:59").isAt("safetyCheck");
        story.until("2026-06-03T09:00").isAt("safetyCheck", "sharePoliceUnconfirmed");
        assertThat(story.at("sharePoliceUnconfirmed")
                        .item()
                        .bornAt()
                        .atZone(Japan.ZONE)
                        .toLocalDateTime())
                .asString()
                .startsWith("2026-06-03T09:00:00");
        story.until("2026-06-04T12:00")
                .at("safetyCheck")
                .answers()
                .at("sharePoliceUnconfirmed")
                .answers();
    }

    @Test
    void anAcceptanceOfThreeDaysAgoIsLateFromTheStart() {
        Story story = stories.begin()
                .at("reception")
                .answers("receivedAt", "2026-05-29T08:00")
                .at("screening")
                .answers();
        story.at("acceptanceMeeting").answers("acceptance", "accepted", "heldAt", "2026-05-29T09:00");
        story.at("safetyCheck").isDue("2026-05-31T09:00");
        story.letPass(Duration.ofMinutes(1)).isAt("safetyCheck", "sharePoliceUnconfirmed");
        assertThat(story.at("sharePoliceUnconfirmed").item().bornAt())
                .as("time does not run backwards")
                .isAfterOrEqualTo(story.at("safetyCheck").item().bornAt());
    }

    @Test
    void aServiceHasThreeWorkingDaysOverAWeekendAndAHoliday() {
        Story story = askedService("2026-07-17T09:00");
        story.at("awaitServiceAnswer").isDue("2026-07-23T17:15");
        story.until("2026-07-23T17:14").isAt("awaitServiceAnswer");
        story.until("2026-07-23T17:15").isAt("decideAnew");
        List<HandOver> all =
                acting.as(StoryOffice.SYSTEM, () -> transaction.execute(status -> handOvers.of(story.number())));
        assertThat(all).extracting(HandOver::state).containsExactly(HandOver.State.SILENT);
    }

    @Test
    void andOverTheTurnOfTheYear() {
        askedService("2026-12-25T16:00").at("awaitServiceAnswer").isDue("2027-01-05T17:15");
    }

    @Test
    void aWarrantIsAskedForWithinSevenDaysOfWhichTheFirstIsTheStart() {
        Story story = stories.inProtection("no");
        story.at("warrantRequest").isDue("2026-06-09T00:00");
        story.until("2026-06-08T23:59");
        assertThat(story.at("warrantRequest").item().over()).isFalse();
        story.until("2026-06-09T00:00");
        assertThat(story.at("warrantRequest").item().over()).isTrue();
    }

    @Test
    void aRejectionIsCancelledWithinThreeDaysFromTheNext() {
        Story story = stories.inProtection("no").at("warrantRequest").answers();
        story.until("2026-06-02T16:00");
        story.at("warrantAnswer")
                .answers("warrant", "rejected", "decidedAt", "2026-06-02T15:00")
                .at("cancellationRequest")
                .isDue("2026-06-06T00:00");
    }

    @Test
    void protectionLastsTwoMonthsAndTwoMonthsMore() {
        Story story = stories.inProtection("yes");
        story.at("keepInProtection").isDue("2026-08-03T00:00").answers("stay", "extend");
        story.at("extensionRequest").answers().at("extensionAnswer").answers("extendedFrom", "2026-08-02T00:00");
        story.at("keepExtended").isDue("2026-10-02T00:00");
    }

    @Test
    void timersGoOffInTheirOwnOrderAndAtTheirOwnMoments() {
        Story story = stories.accepted().letPass(Duration.ofDays(30));
        assertThat(acting.as(StoryOffice.SYSTEM, () -> timeline.of(story.number())))
                .filteredOn(event -> event.kind() == Kind.OVERDUE)
                .extracting(
                        event -> event.at()
                                .atZone(Japan.ZONE)
                                .toLocalDateTime()
                                .withNano(0)
                                .toString(),
                        Timeline.Event::step)
                .containsExactly(
                        tuple("2026-06-04T17:15", "sharePoliceUnconfirmed"), tuple("2026-06-03T09:00", "safetyCheck"));
    }

    @Test
    void aCaseThatRanBehindCatchesUpWithTheHouseAndWhatFellDueGoesOff() {
        Story story = stories.accepted();
        acting.as(
                StoryOffice.SYSTEM,
                () -> transaction.executeWithoutResult(status -> timers.join(story.number(), StoryOffice.CENTER)));
        story.check().isAt("safetyCheck", "sharePoliceUnconfirmed");
        assertThat(story.at("safetyCheck").item().now())
                .isCloseTo(stories.clock().instant(), within(5, ChronoUnit.SECONDS));
    }

    private Story askedService(String moment) {
        Story story = stories.begin(moment);
        story.at("reception").answers().at("screening").answers();
        story.at("acceptanceMeeting")
                .answers("acceptance", "accepted")
                .at("safetyCheck")
                .answers();
        stories.diagnosed(story).at("urgencySheet").answers().at("hearChild").answers();
        story.at("judgementMeeting")
                .answers()
                .at("supportPolicyMeeting")
                .answers("serviceReferral", "yes", "services[0].agency", "story-school", "services[0].purpose", "見守り");
        return story.at("prepareSupportReferral")
                .answers()
                .at("approveSupportReferral")
                .answers("approval", "approved");
    }
}
