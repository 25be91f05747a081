package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.CaseTeam;
import org.tasuki.casefile.EmergencyAccess;
import org.tasuki.casefile.EmergencyReason;
import org.tasuki.casefile.Exclusions;
import org.tasuki.casefile.Refusal;
import org.tasuki.casefile.Restrictions;
import org.tasuki.inbox.Completion;
import org.tasuki.intake.Duplicates;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Actor;
import org.tasuki.terms.CaseNumber;

/** Who comes to see a case, and who does not: by working on it, by decision, and in an emergency. */
@StoryTest
class WhoMayTests {

    private static final EmergencyReason WHY = EmergencyReason.of("danger", "夜間に泣き声の通報があったため");

    @Autowired
    private Stories stories;

    @Autowired
    private CaseTeam team;

    @Autowired
    private Exclusions exclusions;

    @Autowired
    private Restrictions restrictions;

    @Autowired
    private EmergencyAccess emergencies;

    @Autowired
    private Duplicates duplicates;

    @Autowired
    private TestDatabase database;

    @Test
    void whoeverTakesATaskStaysOnTheTeamAndOthersLoseSight() {
        Story story = stories.accepted();
        assertThat(seenBy("officer", story))
                .as("a step waits at the officers' desk")
                .isTrue();
        assertThat(seenBy("psychologist", story)).isFalse();
        by("officer", () -> stories.desk().claim(story.at("safetyCheck").item().taskId()));
        assertThat(seenBy("officer2", story)).as("a colleague has taken it").isFalse();
        story.at("safetyCheck").answers("safety", "confirmed");
        assertThat(seenBy("psychologist", story)).as("a diagnosis is asked for").isTrue();
        story.at("psychologicalDiagnosis").answers();
        assertThat(seenBy("psychologist", story)).as("it is done").isTrue();
        assertThat(members(story))
                .contains("story-officer", "story-psychologist")
                .doesNotContain("story-officer2");
    }

    @Test
    void aColleagueWhoComesTooLateIsToldWhoHasIt() {
        Story story = stories.accepted();
        String task = story.at("safetyCheck").item().taskId();
        by("officer", () -> stories.desk().claim(task));
        assertThat(by("officer2", () -> stories.desk().claim(task))).isEqualTo(new Completion.HeldBy("story-officer"));
    }

    @Test
    void theTeamIsAddedToAndTakenFrom() {
        Story story = stories.accepted();
        by("supervisor", () -> add(story, "story-lawyer"));
        assertThat(seenBy("lawyer", story)).isTrue();
        by("supervisor", () -> remove(story, "story-lawyer"));
        assertThat(seenBy("lawyer", story)).isFalse();
        refuses("casefile.team.person.unknown", () -> by("supervisor", () -> add(story, "story-police")));
        assertThatThrownBy(() -> by("psychologist", () -> add(story, "story-psychologist")))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void anotherOfficerTakesTheCaseOver() {
        Story story = stories.accepted();
        by("supervisor", () -> changeOfficer(story, "story-officer2"));
        by("officer", () -> stories.desk().claim(story.at("safetyCheck").item().taskId()));
        assertThat(story.file().officer()).isEqualTo("story-officer2");
        assertThat(seenBy("officer2", story)).isTrue();
        refuses("casefile.team.person.isOfficer", () -> by("supervisor", () -> remove(story, "story-officer2")));
        refuses("casefile.team.officer.none", () -> by("supervisor", () -> changeOfficer(story, "story-lawyer")));
    }

    @Test
    void fromTheExcludedEverythingIsKeptAndTheirTaskGoesBack() {
        Story story = accepted(stories.begin("2027-06-07T09:00").at("reception").answers())
                .withOnTeam("officer2");
        String task = story.at("safetyCheck").item().taskId();
        by("officer2", () -> stories.desk().claim(task));
        long before = by("officer2", () -> stories.inbox().counts().mine());
        by("supervisor", () -> exclude(story, "story-officer2"));
        assertThat(seenBy("officer2", story)).isFalse();
        assertThat(by("officer2", () -> stories.inbox().counts().mine())).isEqualTo(before - 1);
        assertThat(by("officer2", () -> stories.inbox().find(task))).isEmpty();
        assertThat(by("officer2", () -> emergencies.look(story.number().value())))
                .isEmpty();
        assertThat(by("officer", () -> stories.inbox().find(task)).orElseThrow().assignee())
                .isNull();
        assertThat(actsOn(story)).contains("person-excluded", "task-released");
        by("director", () -> lift(story, "story-officer2"));
        assertThat(seenBy("officer2", story)).isTrue();
    }

    @Test
    void whoeverIsBoundUpWithTheFamilySaysSoThemselves() {
        Story story = stories.accepted();
        by("psychologist", () -> {
            assertThatThrownBy(() -> exclude(story, "story-psychologist"))
                    .as("it is not even theirs")
                    .isInstanceOf(RuntimeException.class);
            return true;
        });
        by("reception", () -> exclude(story, "story-reception"));
        assertThat(seenBy("reception", story)).isFalse();
        refuses(
                "casefile.exclusion.person.isOfficer",
                () -> by("supervisor", () -> exclude(story, story.file().officer())));
    }

    @Test
    void aRestrictedCaseIsForTheListAlone() {
        Story story = stories.accepted();
        String task = story.at("safetyCheck").item().taskId();
        by("officer2", () -> stories.desk().claim(task));
        String officer = story.file().officer();
        Set<String> list = new TreeSet<>(List.of(officer, "story-officer", "story-supervisor", "story-director"));
        by("supervisor", () -> restrict(story, list));
        for (String seeing : List.of("officer", "supervisor", "director")) {
            assertThat(seenBy(seeing, story)).as(seeing).isTrue();
        }
        for (String not : List.of("reception", "psychologist", "lawyer")) {
            assertThat(seenBy(not, story)).as(not).isFalse();
        }
        assertThat(by("reception", () -> emergencies.look(story.number().value())))
                .isEmpty();
        story.at("safetyCheck").answers("safety", "confirmed");
        by("director", () -> {
            restrictions.lift(stories.files().find(story.number()).orElseThrow());
            return true;
        });
        assertThat(seenBy("reception", story)).isTrue();
    }

    @Test
    void aListNeedsWhoeverDoesTheWorkAndWhoeverWatchesIt() {
        Story story = stories.accepted();
        by("supervisor", () -> changeOfficer(story, "story-officer"));
        Map<String, Set<String>> faulty = Map.of(
                "casefile.restriction.readers.yourself", Set.of("story-officer", "story-director"),
                "casefile.restriction.readers.officer", Set.of("story-supervisor", "story-director"),
                "casefile.restriction.readers.roles", Set.of("story-supervisor", "story-officer"),
                "casefile.restriction.readers.unknown",
                        Set.of("story-supervisor", "story-officer", "story-director", "story-police"));
        faulty.forEach((message, list) -> refuses(message, () -> by("supervisor", () -> restrict(story, list))));
    }

    @Test
    void anEmergencyOpensACaseForSomeHours() {
        Story story = stories.accepted();
        by("officer", () -> stories.desk().claim(story.at("safetyCheck").item().taskId()));
        assertThat(seenBy("protection", story)).isFalse();
        by("protection", () -> {
            emergencies.open(story.number(), WHY);
            return true;
        });
        assertThat(seenBy("protection", story)).isTrue();
        assertThat(by("supervisor", story::steps)).contains("reviewBySupervisor");
        assertThat(actsOn(story)).contains("emergency-opened");
        database.asSuperuser()
                .sql("update emergency_access set until = opened_at where case_number = ?")
                .param(story.number().value())
                .update();
        assertThat(seenBy("protection", story)).as("the hours are over").isFalse();
    }

    @Test
    void noEmergencyOpensWhatIsKeptOrForeign() {
        Story story = stories.accepted();
        by("supervisor", () -> exclude(story, "story-officer2"));
        refuses(
                "casefile.emergency.none",
                () -> by("officer2", () -> {
                    emergencies.open(story.number(), WHY);
                    return true;
                }));
        assertThat(actsOn(story)).contains("access-refused");
        assertThatThrownBy(() -> by("psychologist", () -> emergencies.look("a")))
                .isInstanceOf(RuntimeException.class);
        assertThat(by("supervisor", () -> emergencies.look(new CaseNumber("FA-2026-00001").value())))
                .isEmpty();
    }

    @Test
    void whatNobodyIsCalledIsRefusedAndNothingBreaks() {
        Story story = stories.accepted();
        for (String nobody : List.of("", "\u0000", "a\u0000b", "story-officer\u202e", "system")) {
            refuses("casefile.team.person.unknown", () -> by("supervisor", () -> add(story, nobody)));
            refuses("casefile.team.person.unknown", () -> by("supervisor", () -> remove(story, nobody)));
            refuses("casefile.team.person.unknown", () -> by("supervisor", () -> exclude(story, nobody)));
            by("supervisor", () -> lift(story, nobody));
            assertThat(by("protection", () -> emergencies.look(nobody))).isEmpty();
            by("supervisor", () -> stories.files().search(nobody, 5));
        }
        assertThat(by(
                        "protection",
                        () -> emergencies.look("ｓｔ－" + story.number().value().substring(3))))
                .extracting(EmergencyAccess.Found::number)
                .containsExactly(story.number());
    }

    @Test
    void whoeverTakesACallHearsThatTheChildIsKnown() {
        Story story = accepted(stories.begin().at("reception").answers("childKana", "うらわ みずほ"));
        by("officer", () -> stories.desk().claim(story.at("safetyCheck").item().taskId()));
        assertThat(seenBy("officer2", story)).isFalse();
        assertThat(by("officer2", () -> duplicates.like("うらわ")))
                .extracting(CaseFile::number)
                .containsExactly(story.number());
    }

    private static Story accepted(Story received) {
        return received.at("screening")
                .answers("meeting", "regular")
                .at("acceptanceMeeting")
                .answers("acceptance", "accepted");
    }

    private boolean seenBy(String desk, Story story) {
        return by(desk, () -> stories.files().find(story.number())).isPresent();
    }

    private List<String> members(Story story) {
        return by("supervisor", () -> team.of(story.number())).stream()
                .map(CaseTeam.Member::account)
                .toList();
    }

    private boolean add(Story story, String person) {
        team.add(mine(story), person);
        return true;
    }

    private boolean remove(Story story, String person) {
        team.remove(mine(story), person);
        return true;
    }

    private boolean changeOfficer(Story story, String person) {
        team.changeOfficer(mine(story), person);
        return true;
    }

    private boolean exclude(Story story, String person) {
        exclusions.exclude(mine(story), person, "relative");
        return true;
    }

    private boolean lift(Story story, String person) {
        exclusions.lift(mine(story), person);
        return true;
    }

    private boolean restrict(Story story, Set<String> list) {
        restrictions.restrict(mine(story), "staff", list);
        return true;
    }

    private CaseFile mine(Story story) {
        return stories.files().find(story.number()).orElseThrow();
    }

    private <T> T by(String desk, Supplier<T> work) {
        Actor person = stories.office().at(desk);
        return stories.acting().as(person, () -> stories.transaction().execute(status -> work.get()));
    }

    private static void refuses(String message, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.messageKey())
                .isEqualTo(message));
    }

    private List<String> actsOn(Story story) {
        return database.asSuperuser()
                .sql("select act from audit_entry where case_number = ?")
                .param(story.number().value())
                .query(String.class)
                .list();
    }
}
