package org.tasuki.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.Contacts;
import org.tasuki.forms.Problem;
import org.tasuki.inbox.Completion;
import org.tasuki.inbox.Desk;
import org.tasuki.inbox.InboxItem;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.referral.HandOver;
import org.tasuki.referral.HandOvers;

/** The hands of the office's people: they fill in the sheets, at the desk where the task lies. */
@Component
@Profile("demo")
class Hands {

    private static final Set<String> NOTED = Set.of("safetyCheck", "socialDiagnosis", "carryOutMeasure", "followUp");
    private static final List<String> LATE = List.of(
            "家族が不在で、連絡がついた日に実施したため。",
            "関係機関からの回答を待っていたため。",
            "同時期に緊急の対応が重なり、日程を改めたため。",
            "担当者の交代に伴う引継ぎに日数を要したため。",
            "本人の体調に配慮し、実施日を延ばしたため。");

    private final OfficeBook office = OfficeBook.read();
    private final Map<String, Pen> pens = new ConcurrentHashMap<>();
    private final Desk desk;
    private final HandOvers handOvers;
    private final Contacts contacts;
    private final Acting acting;

    Hands(Desk desk, HandOvers handOvers, Contacts contacts, Acting acting) {
        this.desk = desk;
        this.handOvers = handOvers;
        this.contacts = contacts;
        this.acting = acting;
    }

    @Nullable
    HandOver handOver(InboxItem item) {
        return item.handOver() == null
                ? null
                : handOvers.of(item.number()).stream()
                        .filter(one -> one.id().equals(item.handOver()))
                        .findFirst()
                        .orElse(null);
    }

    /** @throws IllegalStateException when the desk does not take the answers; names fields, never what was written */
    void complete(Telling telling, InboxItem item, Instant at) {
        Plot.Scene scene = telling.scene(item, handOver(item), at);
        Actor person = worker(telling.story(), item);
        Facts facts = facts(telling, scene, person, at);
        Dice dice = telling.story().dice().of(scene.step() + scene.part() + scene.round());
        Map<String, List<String>> typed = new HashMap<>(pen(item.form()).write(facts, dice));
        if (scene.late()) {
            typed.put(Desk.LATE_REASON, List.of(dice.one("lateReason", LATE)));
        }
        Completion completion = acting.as(person, () -> desk.complete(item.taskId(), typed));
        if (!(completion instanceof Completion.Done)) {
            throw new IllegalStateException("%s was not taken: %s".formatted(item.form(), why(completion)));
        }
        Instant spoken = OfficeHours.dayBefore(at.minus(Duration.ofHours(2)), dice);
        if (NOTED.contains(item.step()) && spoken.isAfter(telling.story().opened()) && dice.chance("noted", 70)) {
            note(item, facts, dice, person, spoken);
        }
    }

    /** Some of what is open has been taken by somebody; the rest waits at its desk. */
    void maybeClaim(Telling telling, InboxItem item) {
        int percent = item.agency() != null ? 30 : item.step().equals("reception") ? 10 : 55;
        if (telling.story().dice().chance("claim" + item.step(), percent)) {
            acting.as(worker(telling.story(), item), () -> desk.claim(item.taskId()));
        }
    }

    private Facts facts(Telling telling, Plot.Scene scene, Actor person, Instant at) {
        return telling.story()
                .facts()
                .with(telling.plot().at(scene))
                .with(Map.of(
                        "agencyPerson",
                        office.person(person.account()).ja(),
                        "desk",
                        scene.step().equals("awaitPoliceAnswer") ? "police" : "other"))
                .at(at);
    }

    private void note(InboxItem item, Facts facts, Dice dice, Actor person, Instant at) {
        Map<String, List<String>> written = pen("contact-log").write(facts, dice);
        contacts.note(
                item.number(),
                item.center(),
                new Contacts.Contact(
                        at,
                        first(written, "kind"),
                        first(written, "counterpartName"),
                        first(written, "content"),
                        person.account()));
    }

    private static String first(Map<String, List<String>> written, String field) {
        return written.getOrDefault(field, List.of("")).get(0);
    }

    /** Who does a task: the case's own person for a role's desk, the agency's for an agency's. */
    private Actor worker(Story story, InboxItem item) {
        String agency = item.agency();
        if (agency != null) {
            return office.actor(office.accountAt(agency));
        }
        String part =
                switch (item.desk()) {
                    case "reception" -> "receptionist";
                    case "medical" -> "doctor";
                    case "protection" -> "protectionWorker";
                    default -> item.desk();
                };
        return office.actor(story.facts().get(part));
    }

    private Pen pen(String form) {
        return pens.computeIfAbsent(form, Pen::of);
    }

    private static String why(Completion completion) {
        return completion instanceof Completion.Invalid invalid
                ? invalid.problems().stream().map(Hands::name).collect(Collectors.joining(", "))
                : completion.getClass().getSimpleName();
    }

    private static String name(Problem problem) {
        return problem.path() + " " + problem.message();
    }
}
