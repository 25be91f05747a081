package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.inbox.Completion.Done;
import org.tasuki.inbox.Completion.Gone;
import org.tasuki.inbox.Completion.HeldBy;
import org.tasuki.inbox.Desk;
import org.tasuki.inbox.InboxItem;
import org.tasuki.notices.LadderWatch;
import org.tasuki.people.Accounts;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.staffing.Absence;
import org.tasuki.staffing.Absences;
import org.tasuki.terms.Text;

/**
 * The office's rules and a person reach for a task at one moment, on threads and transactions of their own: one has it, the other is told
 * who, and engine and inbox say the same.
 */
@StoryTest
class RacesForATaskTests {

    private static final int TIMES = 5;
    private static final String THIRD = "story-officer4";
    private static final Actor COLLEAGUE = Actor.person(THIRD, Set.of(Role.OFFICER), StoryOffice.CENTER, null);

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private Desk desk;

    @Autowired
    private Absences absences;

    @Autowired
    private Accounts accounts;

    @Autowired
    private LadderWatch watch;

    @Autowired
    private Clock clock;

    @AfterEach
    void everybodyIsBack() {
        Actor supervisor = office.at("supervisor");
        by(supervisor, () -> absences.of(StoryOffice.CENTER)).forEach(one -> by(supervisor, () -> absences.end(one)));
        if (accounts.find(THIRD).isPresent()) {
            accounts.close(THIRD);
        }
    }

    /** The safety check goes to the officer by rule, in the very step that bears it; whoever looks over at that moment is told so. */
    @RepeatedTest(TIMES)
    void theRuleGivesATaskWhileAColleagueReachesForIt() {
        Story story = stories.begin("2027-06-07T09:00")
                .at("reception")
                .answers()
                .at("screening")
                .answers("meeting", "regular");
        Story.Step meeting = story.at("acceptanceMeeting");
        Map<String, List<String>> typed = meeting.typed("acceptance", "accepted");
        String before = meeting.item().taskId();
        List<Object> both = AtOnce.<Object>atOnce(
                () -> by(office.at(meeting.item().desk()), () -> desk.complete(before, typed)), () -> reached(story));
        assertThat(both.get(0)).isEqualTo(new Done(story.number()));
        assertThat(both.get(1)).isEqualTo(new HeldBy("story-officer"));
        assertThat(holder(story)).isEqualTo("story-officer");
        story.check();
    }

    /** As soon as there is a task, it is somebody's: no moment lies between. */
    private Object reached(Story story) {
        List<String> there = await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(30))
                .until(() -> safetyChecks(story), tasks -> !tasks.isEmpty());
        return by(office.secondOfficer(), () -> desk.claim(there.get(0)));
    }

    private List<String> safetyChecks(Story story) {
        return story.open().stream()
                .filter(item -> item.step().equals("safetyCheck"))
                .map(InboxItem::taskId)
                .toList();
    }

    /** Its officer falls ill, and the watch hands it on; a colleague who works on the case takes it over meanwhile. */
    @RepeatedTest(TIMES)
    void theWatchHandsATaskOnWhileAColleagueTakesItOver() {
        Story story = toSafetyCheck();
        String task = task(story);
        away("story-officer", "story-officer2");
        List<Object> both = AtOnce.<Object>atOnce(
                () -> {
                    watch.look();
                    return "looked";
                },
                () -> by(COLLEAGUE, () -> desk.claim(task)));
        assertThat(both.get(1)).isEqualTo(new Done(story.number()));
        assertThat(holder(story))
                .as("whoever took it with their own hand keeps it")
                .isEqualTo(THIRD);
        watch.look();
        assertThat(holder(story)).isEqualTo(THIRD);
        assertThat(by(office.secondOfficer(), () -> desk.claim(task))).isEqualTo(new HeldBy(THIRD));
        story.check();
    }

    /** Of two who take over what the rule gave, one has it, and the other is told who. */
    @RepeatedTest(TIMES)
    void twoColleaguesTakeOverAtOnce() {
        Story story = toSafetyCheck().withOnTeam("officer2");
        String task = task(story);
        List<Object> both = AtOnce.<Object>atOnce(
                () -> by(office.secondOfficer(), () -> desk.claim(task)), () -> by(COLLEAGUE, () -> desk.claim(task)));
        String winner = holder(story);
        assertThat(winner).isIn("story-officer2", THIRD);
        assertThat(both).containsExactlyInAnyOrder(new Done(story.number()), new HeldBy(winner));
        story.check();
    }

    /** The officer begins to write while a colleague takes over: whoever comes second is told, and no word is lost to the other. */
    @RepeatedTest(TIMES)
    void theOfficerBeginsWhileAColleagueTakesOver() {
        Story story = toSafetyCheck();
        String task = task(story);
        List<Object> both = AtOnce.<Object>atOnce(
                () -> by(office.at("officer"), () -> desk.saveDraft(task, Map.of("note", List.of("訪問中")))),
                () -> by(COLLEAGUE, () -> desk.claim(task)));
        boolean begun = (boolean) both.get(0);
        assertThat(both.get(1)).isEqualTo(begun ? new HeldBy("story-officer") : new Done(story.number()));
        assertThat(holder(story)).isEqualTo(begun ? "story-officer" : THIRD);
        story.check();
    }

    /** What is done while somebody reaches for it is gone, and says who has done it. */
    @RepeatedTest(TIMES)
    void theOfficerFinishesWhileAColleagueTakesOver() {
        Story story = toSafetyCheck();
        String task = task(story);
        Map<String, List<String>> typed = story.at("safetyCheck").typed("safety", "confirmed");
        List<Object> both = AtOnce.<Object>atOnce(
                () -> by(office.at("officer"), () -> desk.complete(task, typed)),
                () -> by(COLLEAGUE, () -> desk.claim(task)));
        if (both.get(0) instanceof Done) {
            assertThat(both.get(1)).isEqualTo(new Gone("story-officer"));
            story.check().at("socialDiagnosis");
        } else {
            assertThat(both).containsExactly(new HeldBy(THIRD), new Done(story.number()));
            assertThat(holder(story)).isEqualTo(THIRD);
            story.check().isAt("safetyCheck");
        }
    }

    private Story toSafetyCheck() {
        office.open();
        if (accounts.find(THIRD).isEmpty()) {
            accounts.add(new Accounts.NewAccount(
                    THIRD, new Text("三人目", "Third"), "-", Set.of(Role.OFFICER), StoryOffice.CENTER, null));
        } else {
            accounts.reopen(THIRD);
        }
        Story story = stories.begin("2027-06-07T09:00")
                .at("reception")
                .answers()
                .at("screening")
                .answers("meeting", "regular")
                .at("acceptanceMeeting")
                .answers("acceptance", "accepted");
        stories.acting().as(StoryOffice.SYSTEM, () -> stories.transaction()
                .executeWithoutResult(status -> stories.team().join(story.number(), StoryOffice.CENTER, THIRD)));
        return story;
    }

    private void away(String account, String substitute) {
        Instant from = clock.instant().minusSeconds(60);
        by(
                office.at("supervisor"),
                () -> absences.enter(
                        accounts.find(account).orElseThrow(),
                        new Absences.Entry(
                                account,
                                Absence.Kind.OTHER,
                                from,
                                from.plus(Duration.ofDays(7)),
                                List.of(substitute))));
    }

    private static String task(Story story) {
        return story.at("safetyCheck").item().taskId();
    }

    private static String holder(Story story) {
        return story.at("safetyCheck").item().assignee();
    }

    private <T> T by(Actor person, Supplier<T> deed) {
        return stories.acting().as(person, deed);
    }
}
