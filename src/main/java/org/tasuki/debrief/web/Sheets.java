package org.tasuki.debrief.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.debrief.Comparison;
import org.tasuki.debrief.Doing;
import org.tasuki.debrief.Group;
import org.tasuki.debrief.IdealStep;
import org.tasuki.paper.Paper;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.people.SignedIn;
import org.tasuki.practice.PracticeClass;
import org.tasuki.practice.Seats;
import org.tasuki.web.Dates;

/** A sheet for each person of a class, to be talked about and written on: what they did, and what the ideal way does there. */
@Component
class Sheets {

    private final Seats seats;
    private final StepTold told;
    private final Paper paper;
    private final Dates dates;
    private final Acting acting;
    private final AuditTrail trail;

    Sheets(Seats seats, StepTold told, Paper paper, Dates dates, Acting acting, AuditTrail trail) {
        this.seats = seats;
        this.told = told;
        this.paper = paper;
        this.dates = dates;
        this.acting = acting;
        this.trail = trail;
    }

    /** @param ideal null for what the ideal way does not come by */
    public record Line(int group, String process, String step, StepTold.Done done, StepTold.@Nullable Ideal ideal) {}

    /** @param met, broken how many of their time limits */
    public record PersonSheet(String name, List<Line> lines, long met, long broken) {}

    byte[] printed(PracticeClass held, Comparison comparison, Locale language) {
        return printed(held, comparison, seats.people(held), language);
    }

    /** Of one person: who is none of the class has none. */
    Optional<byte[]> printed(PracticeClass held, Comparison comparison, String account, Locale language) {
        List<SignedIn> them = seats.people(held).stream()
                .filter(person -> person.getUsername().equals(account))
                .toList();
        return them.isEmpty() ? Optional.empty() : Optional.of(printed(held, comparison, them, language));
    }

    private byte[] printed(PracticeClass held, Comparison comparison, List<SignedIn> people, Locale language) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", held.name());
        facts.put("wayName", comparison.way().scenario().name().in(language));
        facts.put("dates", dates);
        facts.put(
                "people",
                people.stream()
                        .map(person -> sheet(person, comparison, language))
                        .toList());
        byte[] printed = paper.of("debrief/sheets", facts, language);
        Actor reader = Actor.person(acting.current().account(), Set.of(Role.TRAINER), held.center(), null);
        acting.as(reader, () -> trail.noteAlone(Act.CLASS_SHEETS_PRINTED, null, Map.of()));
        return printed;
    }

    private PersonSheet sheet(SignedIn person, Comparison comparison, Locale language) {
        List<Line> lines = IntStream.range(0, comparison.groups().size())
                .boxed()
                .flatMap(at -> lines(person.getUsername(), comparison, at, language))
                .sorted(Comparator.comparing(line -> line.done().from()))
                .toList();
        return new PersonSheet(
                person.nameIn(language),
                lines,
                lines.stream().filter(line -> line.done().limit().equals("met")).count(),
                lines.stream().filter(line -> line.done().broken()).count());
    }

    private Stream<Line> lines(String account, Comparison comparison, int at, Locale language) {
        Group group = comparison.groups().get(at);
        return comparison.rows().stream().flatMap(row -> {
            Doing doing = row.cells().get(at).doing();
            return doing != null && account.equals(doing.by())
                    ? Stream.of(line(group, row, doing, row.cells().get(at).otherwise(), language))
                    : Stream.empty();
        });
    }

    private Line line(Group group, Comparison.Row row, Doing doing, boolean otherwise, Locale language) {
        IdealStep ideal = row.ideal();
        return new Line(
                group.place(),
                told.process(row.spot(), language),
                told.step(row.spot(), language),
                told.done(doing, group.begun(), otherwise, language),
                ideal == null ? null : told.ideal(ideal, language));
    }
}
