package org.tasuki.audit.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.util.UriComponentsBuilder;
import org.tasuki.audit.Anomalies;
import org.tasuki.audit.Anomalies.Kind;
import org.tasuki.audit.Anomalies.Line;
import org.tasuki.audit.Anomalies.Period;
import org.tasuki.people.People;
import org.tasuki.terms.Japan;

/** The anomalies as their template draws them, grouped by kind. */
@Component
class AnomalyPages {

    private static final int LONGEST = 366;

    private final Anomalies anomalies;
    private final People people;
    private final Clock clock;

    AnomalyPages(Anomalies anomalies, People people, Clock clock) {
        this.anomalies = anomalies;
        this.people = people;
        this.clock = clock;
    }

    /** @param path the entries that were counted, in the trail */
    record Shown(String who, String account, @Nullable LocalDate day, long count, long beside, String path) {}

    record Group(String key, List<Shown> lines) {}

    void page(Map<String, String> parameters, Locale language, Model model) {
        Map<String, String> typed = new TreeMap<>();
        Map<String, String> problems = new TreeMap<>();
        Period latest = anomalies.latest(LocalDate.ofInstant(clock.instant(), Japan.ZONE));
        @Nullable LocalDate first = day("from", latest.first(), parameters, typed, problems);
        @Nullable LocalDate last = day("until", latest.last(), parameters, typed, problems);
        if (first != null && last != null) {
            if (last.isBefore(first) || first.plusDays(LONGEST).isBefore(last)) {
                problems.put("until", "audit.anomalies.problem.period");
            } else {
                model.addAttribute("groups", groups(new Period(first, last), language));
            }
        }
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        model.addAttribute("now", clock.instant());
    }

    private List<Group> groups(Period period, Locale language) {
        List<Line> lines = anomalies.find(period);
        return Arrays.stream(Kind.values())
                .map(kind -> new Group(
                        kind.key(),
                        lines.stream()
                                .filter(line -> line.kind() == kind)
                                .map(line -> shown(line, period, language))
                                .toList()))
                .filter(group -> !group.lines().isEmpty())
                .toList();
    }

    private Shown shown(Line line, Period period, Locale language) {
        LocalDate first = Objects.requireNonNullElse(line.day(), period.first());
        LocalDate last = Objects.requireNonNullElse(line.day(), period.last());
        String path = UriComponentsBuilder.fromPath("/audit")
                .queryParam("act", line.kind().act().key())
                .queryParam("person", "{person}")
                .queryParam("from", first.atStartOfDay())
                .queryParam("until", last.plusDays(1).atStartOfDay())
                .encode()
                .buildAndExpand(line.actor())
                .toUriString();
        return new Shown(
                people.name(line.actor()).in(language), line.actor(), line.day(), line.count(), line.beside(), path);
    }

    private static @Nullable LocalDate day(
            String field,
            LocalDate otherwise,
            Map<String, String> parameters,
            Map<String, String> typed,
            Map<String, String> problems) {
        String text = parameters.getOrDefault(field, "").strip();
        String shown = text.isEmpty() ? otherwise.toString() : text.substring(0, Math.min(10, text.length()));
        typed.put(field, shown);
        try {
            return LocalDate.parse(shown);
        } catch (DateTimeParseException unreadable) {
            problems.put(field, "audit.anomalies.problem.day");
            return null;
        }
    }
}
