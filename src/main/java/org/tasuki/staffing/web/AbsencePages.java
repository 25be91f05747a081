package org.tasuki.staffing.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tasuki.people.Accounts;
import org.tasuki.people.Acting;
import org.tasuki.people.People;
import org.tasuki.people.Right;
import org.tasuki.people.Role;
import org.tasuki.people.SignedIn;
import org.tasuki.staffing.Absence;
import org.tasuki.staffing.Absences;
import org.tasuki.staffing.AssignmentRules;
import org.tasuki.terms.Japan;
import org.tasuki.web.NotFound;

/** Absences as their templates draw them. */
@Component
class AbsencePages {

    private final Absences absences;
    private final AssignmentRules rules;
    private final Accounts accounts;
    private final People people;
    private final Acting acting;
    private final MessageSource texts;
    private final Clock clock;

    AbsencePages(
            Absences absences,
            AssignmentRules rules,
            Accounts accounts,
            People people,
            Acting acting,
            MessageSource texts,
            Clock clock) {
        this.absences = absences;
        this.rules = rules;
        this.accounts = accounts;
        this.people = people;
        this.acting = acting;
        this.texts = texts;
        this.clock = clock;
    }

    /** @param substitutes names, in order */
    record Row(
            long id,
            String name,
            String kind,
            Instant from,
            Instant until,
            boolean now,
            List<String> substitutes,
            boolean mayEnd,
            boolean handOver) {}

    record Option(String account, String label) {}

    String center() {
        String center = acting.current().center();
        if (center == null || !acting.current().worksOnCases()) {
            throw new NotFound();
        }
        return center;
    }

    void list(AbsenceSheet sheet, Locale language, Model model) {
        String center = center();
        boolean forOthers = acting.may(Right.KEEP_ABSENCES);
        List<SignedIn> staff = staff(center);
        String me = acting.current().account();
        model.addAttribute(
                "rows",
                absences.of(center).stream().map(one -> row(one, language)).toList());
        model.addAttribute("sheet", sheet);
        model.addAttribute("forOthers", forOthers);
        model.addAttribute("me", me);
        model.addAttribute("people", options(staff, language));
        model.addAttribute(
                "substitutes",
                forOthers
                        ? options(staff, language)
                        : staff.stream()
                                .filter(one -> one.getUsername().equals(me))
                                .findFirst()
                                .map(one -> options(absences.substitutesFor(one), language))
                                .orElse(List.of()));
        model.addAttribute(
                "kinds",
                List.of(Absence.Kind.values()).stream().map(Absence.Kind::key).toList());
        model.addAttribute("now", clock.instant());
    }

    private Row row(Absence absence, Locale language) {
        return new Row(
                absence.id(),
                people.name(absence.account()).in(language),
                absence.kind().key(),
                absence.from(),
                last(absence.until()),
                absence.covers(clock.instant()),
                absence.substitutes().stream()
                        .map(one -> people.name(one).in(language))
                        .toList(),
                absences.mayKeep(absence.account()),
                absence.isLongerThan(rules.longAbsence()) && absences.mayKeep(absence.account()));
    }

    /** A day that is over at midnight is read as its last minute, not as the day after. */
    private static Instant last(Instant until) {
        return until.atZone(Japan.ZONE).toLocalTime().equals(LocalTime.MIDNIGHT) ? until.minusSeconds(60) : until;
    }

    /** An absence of the reader's center that the reader may change. */
    Absence theirs(long id) {
        String center = center();
        return absences.find(id)
                .filter(one -> one.center().equals(center))
                .filter(one -> absences.mayKeep(one.account()))
                .orElseThrow(NotFound::new);
    }

    SignedIn colleague(String account) {
        return staff(center()).stream()
                .filter(one -> one.getUsername().equals(account))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private List<SignedIn> staff(String center) {
        return accounts.withRole(
                center, List.of(Role.values()).stream().filter(Role::ofCenter).toArray(Role[]::new));
    }

    List<Option> options(List<SignedIn> staff, Locale language) {
        return staff.stream()
                .map(one -> new Option(
                        one.getUsername(),
                        texts.getMessage(
                                "staffing.person",
                                new Object[] {one.nameIn(language), roles(one, language)},
                                language)))
                .toList();
    }

    private String roles(SignedIn person, Locale language) {
        return person.roles().stream()
                .sorted()
                .map(role -> Objects.requireNonNull(texts.getMessage("people.role." + role.key(), null, language)))
                .collect(Collectors.joining(texts.getMessage("people.roles.separator", null, language)));
    }
}
