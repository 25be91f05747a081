package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.casefile.CaseNeeds;
import org.tasuki.casefile.Exclusions;
import org.tasuki.casefile.Refusal;
import org.tasuki.inbox.Completion;
import org.tasuki.inbox.Desk;
import org.tasuki.inbox.Push;
import org.tasuki.notices.DeadlineNotice;
import org.tasuki.notices.LadderWatch;
import org.tasuki.notices.NoticeKind;
import org.tasuki.notices.Notices;
import org.tasuki.people.Accounts;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.staffing.Absence;
import org.tasuki.staffing.Absences;
import org.tasuki.staffing.HandingOver;
import org.tasuki.terms.Japan;
import org.tasuki.terms.Text;

/** Somebody is away: nothing falls due on their list, nothing is given to them, and what nobody began comes back. */
@StoryTest
class AbsenceTests {

    private static final String THIRD = "story-officer3";

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private Absences absences;

    @Autowired
    private HandingOver handing;

    @Autowired
    private Exclusions exclusions;

    @Autowired
    private CaseNeeds needs;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Desk desk;

    @Autowired
    private Push push;

    @Autowired
    private Notices notices;

    @Autowired
    private LadderWatch watch;

    @Autowired
    private Clock clock;

    @Autowired
    private WebApplicationContext house;

    @AfterEach
    void everybodyIsBack() {
        by(office.at("supervisor"), () -> absences.of(StoryOffice.CENTER)).forEach(this::back);
        accounts.close(THIRD);
    }

    @Test
    void whatIsDueMeanwhileGoesToTheSubstituteAndComesBackUnlessBegun() {
        Story begun = toSafetyCheck();
        Story untouched = toSafetyCheck();
        Absence away = away("story-officer", Duration.ofDays(7), "story-officer2");
        watch.look();
        watch.look();
        assertThat(holder(begun)).isEqualTo("story-officer2");
        assertThat(holder(untouched)).isEqualTo("story-officer2");
        assertThat(told(office.secondOfficer(), begun)).containsExactly(NoticeKind.GIVEN);
        String task = begun.at("safetyCheck").item().taskId();
        by(office.secondOfficer(), () -> desk.saveDraft(task, Map.of("note", List.of("訪問中"))));
        back(away);
        watch.look();
        watch.look();
        assertThat(holder(begun)).isEqualTo("story-officer2");
        assertThat(holder(untouched)).isEqualTo("story-officer");
        begun.check();
        untouched.check();
    }

    @Test
    void ofPartOfADayWhatIsDueLaterStays() {
        Story story = toSafetyCheck();
        away("story-officer", Duration.ofHours(3), "story-officer2");
        watch.look();
        assertThat(holder(story)).isEqualTo("story-officer");
    }

    @Test
    void nothingIsGivenToTheAbsent() {
        Story before = toSafetyCheck();
        String task = before.at("safetyCheck").item().taskId();
        by(office.at("officer"), () -> desk.release(task));
        away("story-officer", Duration.ofHours(3), "story-officer2");
        assertThat(by(office.at("officer"), () -> desk.claim(task))).isEqualTo(new Completion.Away());
        assertThatThrownBy(() -> by(office.at("supervisor"), () -> push.give(task, "story-officer", "load")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.messageKey())
                        .isEqualTo("inbox.push.away"));
        Story born = toSafetyCheck();
        assertThat(holder(born)).isEqualTo("story-officer2");
    }

    /** The substitute may not see this case: it waits on its desk, and the supervisor hears of it at once. */
    @Test
    void whereNoSubstituteCanTakeItTheTaskReturnsToItsDeskAndTheDeadlineRuns() {
        Story story = toSafetyCheck();
        by(office.at("supervisor"), () -> {
            exclusions.exclude(story.file(), "story-officer2", "relative");
            return true;
        });
        away("story-officer", Duration.ofDays(7), "story-officer2");
        watch.look();
        assertThat(holder(story)).isNull();
        assertThat(told(office.at("supervisor"), story)).containsExactly(NoticeKind.UNCLAIMED);
        story.check();
        story.at("safetyCheck").timesOut();
        assertThat(story.steps()).contains("sharePoliceUnconfirmed");
    }

    @Test
    void aSubstituteWhoIsAwayTooIsRefusedAndSoIsACircle() {
        away("story-officer2", Duration.ofDays(3), "story-officer");
        refuses(
                "story-officer",
                Duration.ofDays(5),
                "substitutes",
                "staffing.absence.substitutes.circle",
                "story-officer2");
        back(by(office.at("supervisor"), () -> absences.of(StoryOffice.CENTER)).get(0));
        refuses("story-officer", Duration.ofDays(5), "substitutes", "staffing.absence.substitutes.none");
        refuses(
                "story-officer",
                Duration.ofDays(5),
                "substitutes",
                "staffing.absence.substitutes.unknown",
                "story-medical");
        refuses(
                "story-officer",
                Duration.ofDays(5),
                "substitutes",
                "staffing.absence.substitutes.unknown",
                "story-officer");
        refuses("story-officer", Duration.ofDays(-5), "until", "staffing.absence.until.before", "story-officer2");
        away("story-officer", Duration.ofDays(5), "story-officer2");
        refuses("story-officer", Duration.ofDays(1), "from", "staffing.absence.twice", "story-officer2");
    }

    @Test
    void amongSubstitutesOneIsHereAtEachMoment() {
        aThirdOfficer();
        away("story-officer2", Duration.ofDays(3), THIRD);
        refuses(
                "story-officer",
                Duration.ofDays(5),
                "substitutes",
                "staffing.absence.substitutes.away",
                "story-officer2");
        away("story-officer", Duration.ofDays(5), "story-officer2", THIRD);
    }

    @Test
    void aCircleIsFoundThroughAsManyPeopleAsThereAre() {
        aThirdOfficer();
        away("story-officer", Duration.ofDays(5), "story-officer2");
        away("story-officer2", Duration.ofDays(5), THIRD);
        refuses(THIRD, Duration.ofDays(1), "substitutes", "staffing.absence.substitutes.circle", "story-officer");
    }

    @ParameterizedTest
    @CsvSource({"ja, 互いに代理になると, 全員不在になる時があります", "en, In a circle nobody is left, when all these substitutes are away"})
    void thePageSaysWhyNobodyWouldBeLeftAndKeepsWhatWasTyped(String language, String circle, String allAway) {
        aThirdOfficer();
        away("story-officer2", Duration.ofDays(3), "story-officer");
        enters(language, "story-officer2", circle);
        back(by(office.at("supervisor"), () -> absences.of(StoryOffice.CENTER)).get(0));
        away("story-officer2", Duration.ofDays(3), THIRD);
        enters(language, "story-officer2", allAway);
        assertThat(by(office.at("supervisor"), () -> absences.of(StoryOffice.CENTER)))
                .extracting(Absence::account)
                .containsExactly("story-officer2");
    }

    private void enters(String language, String substitute, String said) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Japan.ZONE);
        String until = today.plusDays(5).toString();
        MvcTestResult answer = new Browser(house, language)
                .sends(
                        office.at("officer"),
                        "/absences",
                        "person",
                        "story-officer",
                        "kind",
                        "leave",
                        "from",
                        today.toString(),
                        "until",
                        until,
                        "substitute1",
                        substitute);
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer).bodyText().contains(said, "value=\"" + until + "\"");
    }

    /** The only substitute fell ill later: what is there goes on to theirs, what is born waits on the desk; nothing stands still. */
    @Test
    void whereAllSubstitutesAreAwayByNowTheTaskWaitsOnItsDeskTheSupervisorHearsAndTheDeadlineRuns() {
        aThirdOfficer();
        Story there = toSafetyCheck();
        away("story-officer", Duration.ofDays(7), "story-officer2");
        watch.look();
        assertThat(holder(there)).isEqualTo("story-officer2");
        away("story-officer2", Duration.ofDays(7), THIRD);
        Story born = toSafetyCheck();
        watch.look();
        watch.look();
        assertThat(holder(there)).isEqualTo(THIRD);
        assertThat(holder(born)).isNull();
        assertThat(told(office.at("supervisor"), born)).containsExactly(NoticeKind.UNCLAIMED);
        there.check();
        born.check().at("safetyCheck").timesOut();
        assertThat(born.steps()).contains("sharePoliceUnconfirmed");
    }

    private void aThirdOfficer() {
        office.open();
        if (accounts.find(THIRD).isEmpty()) {
            accounts.add(new Accounts.NewAccount(
                    THIRD, new Text("三人目", "Third"), "-", Set.of(Role.OFFICER), StoryOffice.CENTER, null));
        } else {
            accounts.reopen(THIRD);
        }
    }

    @Test
    void ofALongAbsenceACaseGoesToANewOfficerWithTheTasks() {
        Story story = toSafetyCheck();
        Absence away = away("story-officer", Duration.ofDays(60), "story-officer2");
        assertThat(by(
                        office.at("supervisor"),
                        () -> handing.handOver(away, story.number().value(), "story-officer")))
                .contains("staffing.handing.officer");
        assertThat(by(
                        office.at("supervisor"),
                        () -> handing.handOver(away, story.number().value(), "story-officer2")))
                .isEmpty();
        assertThat(story.file().officer()).isEqualTo("story-officer2");
        assertThat(holder(story)).isEqualTo("story-officer2");
        assertThat(by(
                        office.at("supervisor"),
                        () -> handing.handOver(away, story.number().value(), "story-officer2")))
                .contains("staffing.handing.gone");
        story.check();
    }

    @Test
    void whatTheChildAskedForIsKeptWithTheCase() {
        Story story = toSafetyCheck();
        by(office.at("officer"), () -> {
            needs.note(story.file(), new CaseNeeds.Needs("zh", "female"));
            return true;
        });
        assertThat(by(office.at("officer"), () -> needs.of(story.number())))
                .isEqualTo(new CaseNeeds.Needs("zh", "female"));
    }

    private Absence away(String account, Duration length, String... substitutes) {
        long id = by(
                office.at("supervisor"),
                () -> absences.enter(accounts.find(account).orElseThrow(), entry(account, length, substitutes)));
        return by(office.at("supervisor"), () -> absences.find(id)).orElseThrow();
    }

    private Absences.Entry entry(String account, Duration length, String... substitutes) {
        Instant from = clock.instant().minusSeconds(60);
        return new Absences.Entry(account, Absence.Kind.LEAVE, from, from.plus(length), List.of(substitutes));
    }

    private void refuses(String account, Duration length, String field, String key, String... substitutes) {
        assertThatThrownBy(() -> away(account, length, substitutes)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.field()).isEqualTo(field);
            assertThat(refusal.messageKey()).isEqualTo(key);
        });
    }

    private void back(Absence absence) {
        by(office.at("supervisor"), () -> absences.end(absence));
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

    private static String holder(Story story) {
        return story.at("safetyCheck").item().assignee();
    }

    private <T> T by(Actor person, Supplier<T> deed) {
        return stories.acting().as(person, deed);
    }

    private List<NoticeKind> told(Actor person, Story story) {
        return by(person, notices::list).stream()
                .filter(notice -> notice.number().equals(story.number()))
                .map(DeadlineNotice::kind)
                .toList();
    }
}
