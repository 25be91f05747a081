package org.tasuki.engine.paths;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.tasuki.deadlines.CaseFacts;
import org.tasuki.inbox.Completion;
import org.tasuki.inbox.Desk;
import org.tasuki.inbox.InboxItem;
import org.tasuki.intake.Consultations;
import org.tasuki.people.Actor;
import org.tasuki.terms.CaseNumber;
import org.tasuki.terms.Japan;

/**
 * The people of a center, by dice: most do what is due in time, some are late, an agency answers or keeps silent, and now and then
 * somebody finds that a fact was written down wrongly.
 */
final class SimulatedPeople {

    /** How likely each choice is, in percent, where the hurried hand would always take the same; what is left is the rest. */
    private static final Map<String, Map<String, Integer>> CHOICES = Map.of(
            "meeting", Map.of("emergency", 20),
            "acceptance", Map.of("advice", 25),
            "safety", Map.of("unconfirmed", 8),
            "protection", Map.of("start", 12),
            "policeReferral", Map.of("yes", 15),
            "serviceReferral", Map.of("yes", 20),
            "next", Map.of("close", 70, "continue", 20),
            "closing", Map.of("approved", 90),
            "answer", Map.of("declined", 15));

    private static final Map<String, Map<String, String>> ALONG = Map.of(
            "policeReferral", Map.of("policeAgency", "story-police", "policePurpose", "援助要請"),
            "serviceReferral", Map.of("services[0].agency", "story-support", "services[0].purpose", "見守り"));

    private final Stories stories;
    private final Consultations consultations;
    private final CaseFacts facts;
    private final Random dice;
    private final Instants clock;
    private final SecondThoughts second;

    interface Instants {
        Instant now();
    }

    SimulatedPeople(Stories stories, CaseFacts facts, Instants clock, SecondThoughts second, long seed) {
        this.stories = stories;
        this.consultations = stories.consultations();
        this.facts = facts;
        this.clock = clock;
        this.second = second;
        this.dice = new Random(seed);
    }

    /** So many calls on average; {@code nextInt} twice keeps it uneven. */
    int calls(double average) {
        int calls = 0;
        for (int i = 0; i < 10; i++) {
            calls += dice.nextDouble() < average / 10 ? 1 : 0;
        }
        return calls;
    }

    CaseNumber call() {
        return stories.acting().as(stories.office().at("reception"), () -> consultations.begin());
    }

    /** Whether whoever has it does it now: the nearer the limit, the likelier; one in twenty is left until it is over. */
    boolean does(InboxItem item) {
        if (item.agency() != null) {
            return dice.nextInt(100) < 8;
        }
        boolean lateComer = Math.floorMod((item.number().value() + item.step()).hashCode(), 20) == 0;
        if (item.over()) {
            return dice.nextInt(100) < 50;
        }
        Duration all = Duration.between(item.bornAt(), item.dueAt());
        Duration gone = Duration.between(item.bornAt(), clock.now());
        double share = all.isZero() ? 1 : (double) gone.toMinutes() / Math.max(1, all.toMinutes());
        return !lateComer && dice.nextDouble() < 0.1 + 0.8 * share;
    }

    /** @return what came of it; a choice that the core refuses gives way to the quiet one */
    Completion works(InboxItem item) {
        Actor person = person(item);
        if (second.sendsBack(item, person, dice)) {
            return new Completion.Done(item.number());
        }
        Completion tried = completes(item, choices());
        Completion done = tried instanceof Completion.Done ? tried : completes(item, Map.of());
        if (done instanceof Completion.Done) {
            second.undoes(item, person, dice);
        }
        return done;
    }

    private Completion completes(InboxItem item, Map<String, String> given) {
        Actor person = person(item);
        return stories.acting().as(person, () -> {
            Map<String, List<String>> typed = stories.transaction()
                    .execute(status -> stories.hand().fill(item.form(), known(item, given), today()));
            if (item.over()) {
                typed.put(Desk.LATE_REASON, List.of("家族の不在が続いたため"));
            }
            return stories.desk().complete(item.taskId(), typed);
        });
    }

    private Actor person(InboxItem item) {
        String holder = item.assignee();
        if (holder == null) {
            return stories.office().at(item.desk());
        }
        return holder.equals("story-officer2")
                ? stories.office().secondOfficer()
                : stories.office().at(item.desk());
    }

    /** In the order of the letters: a map of constants walks in another one in each process, and the dice would fall otherwise. */
    private Map<String, String> choices() {
        Map<String, String> made = new HashMap<>();
        new TreeMap<>(CHOICES).forEach((field, ways) -> {
            int roll = dice.nextInt(100);
            for (Map.Entry<String, Integer> way : new TreeMap<>(ways).entrySet()) {
                if (roll >= 0 && roll < way.getValue()) {
                    made.put(field, way.getKey());
                }
                roll -= way.getValue();
            }
        });
        return made;
    }

    /** Only what the form asks for: a field of another is a mistake of the simulation. */
    private Map<String, String> known(InboxItem item, Map<String, String> given) {
        Map<String, String> known = new HashMap<>(given);
        known.keySet().removeIf(field -> !stories.hand().asks(item.form(), field));
        ALONG.forEach((field, more) -> known.putAll("yes".equals(known.get(field)) ? more : Map.of()));
        return known;
    }

    /** The acceptance was an hour or two earlier than somebody wrote. */
    void correct(CaseNumber number) {
        stories.acting().as(StoryOffice.SYSTEM, () -> stories.transaction()
                .executeWithoutResult(status -> facts.at(number, "acceptance")
                        .ifPresent(at -> facts.note(
                                number,
                                StoryOffice.CENTER,
                                Map.of("acceptance", at.minus(Duration.ofMinutes(30 + dice.nextInt(90))))))));
    }

    boolean chance(int percent) {
        return dice.nextInt(100) < percent;
    }

    <T> T one(List<T> of) {
        return of.get(dice.nextInt(of.size()));
    }

    private LocalDateTime today() {
        return LocalDateTime.ofInstant(clock.now(), Japan.ZONE).withNano(0);
    }
}
