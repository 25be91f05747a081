package org.tasuki.engine.paths;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tasuki.figures.By;
import org.tasuki.figures.Count;
import org.tasuki.figures.Metric;
import org.tasuki.figures.Table;
import org.tasuki.launch.TestDatabase;
import org.tasuki.terms.FiscalYear;
import org.tasuki.terms.Japan;
import tools.jackson.databind.json.JsonMapper;

/** Each figure once more, slowly and in another way: from all the raw rows, case by case, in Java. */
final class FigureRecount {

    private final List<Case> cases = new ArrayList<>();
    private final Map<String, String> sections = new HashMap<>();
    private final Instant now;

    private record Case(
            String number,
            String status,
            String officer,
            Instant opened,
            String kana,
            LocalDate born,
            List<Told> told,
            List<Answer> answers,
            List<Event> events) {}

    private record Told(Instant at, String type, String route) {}

    private record Answer(String form, String step, @Nullable Instant born, Instant at, Map<?, ?> said) {

        String text(String key) {
            return (String) said.get(key);
        }

        Instant moment(String key) {
            return OffsetDateTime.parse(text(key)).toInstant();
        }
    }

    private record Event(String kind, String process, String step, Instant at, String outcome) {}

    private record Thing(Case of, Instant at, String cell, Double value, Boolean within) {}

    /** An acceptance, and when the case was accepted again. */
    private record Accepted(Case of, Answer answer, Instant until) {

        List<Answer> later(String form) {
            return of.answers().stream()
                    .filter(one -> one.form().equals(form))
                    .filter(one -> !one.at().isBefore(answer.at()) && one.at().isBefore(until))
                    .toList();
        }
    }

    FigureRecount(TestDatabase database, Instant now) {
        this.now = now;
        JdbcClient all = database.asSuperuser();
        all.sql("select id, section from account where center = 'story' and section is not null")
                .query((row, index) -> sections.put(row.getString(1), row.getString(2)))
                .list();
        all.sql(
                        """
                        select number, status, officer, opened_at, kana, birth_date from case_file left join child on case_number = number
                        where case_file.center = 'story' and status <> 'erased' and number not in (select case_number from case_clock)
                        order by number
                        """)
                .query((row, index) -> cases.add(new Case(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getString(5),
                        row.getObject(6, LocalDate.class),
                        told(all, row.getString(1)),
                        answers(all, row.getString(1)),
                        events(all, row.getString(1)))))
                .list();
    }

    private static List<Told> told(JdbcClient all, String number) {
        return all.sql("select received_at, abuse_type, route from consultation where case_number = ? order by id")
                .param(number)
                .query((row, index) -> new Told(
                        row.getObject(1, OffsetDateTime.class).toInstant(), row.getString(2), row.getString(3)))
                .list();
    }

    private static List<Answer> answers(JdbcClient all, String number) {
        Set<Long> back = new HashSet<>(all.sql("select answer from send_back where case_number = ?")
                .param(number)
                .query(Long.class)
                .list());
        return all.sql(
                        "select form, step, answered_at, answers, id, born_at from form_answer where case_number = ? and withdrawn_at is null order by id")
                .param(number)
                .query((row, index) -> new Answer(
                        back.contains(row.getLong(5)) ? "sent back " + row.getString(1) : row.getString(1),
                        row.getString(2),
                        row.getObject(6) == null
                                ? null
                                : row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        JsonMapper.shared().readValue(row.getString(4), Map.class)))
                .list();
    }

    private static List<Event> events(JdbcClient all, String number) {
        return all.sql(
                        "select kind, process, step, at, detail ->> 'outcome' from case_event where case_number = ? order by at, id")
                .param(number)
                .query((row, index) -> new Event(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getString(5)))
                .list();
    }

    /** Year and cell to what came out, as {@link #told} writes it. */
    Map<String, String> of(Metric metric, FiscalYear... years) {
        List<Thing> things = things(metric.key()).stream()
                .map(thing ->
                        new Thing(thing.of(), thing.at(), under(thing, metric.by()), thing.value(), thing.within()))
                .toList();
        Map<String, String> counted = new TreeMap<>();
        for (FiscalYear year : years) {
            List<Thing> mine = things.stream()
                    .filter(thing -> FiscalYear.of(LocalDate.ofInstant(thing.at(), Japan.ZONE))
                            .equals(year))
                    .toList();
            put(counted, year.value() + " all", mine);
            mine.stream()
                    .map(Thing::cell)
                    .distinct()
                    .forEach(cell -> put(
                            counted,
                            year.value() + " = " + cell,
                            mine.stream()
                                    .filter(thing -> thing.cell().equals(cell))
                                    .toList()));
        }
        return counted;
    }

    private String under(Thing thing, By by) {
        String officer = thing.of().officer();
        return switch (by) {
            case KIND -> thing.cell();
            case OFFICER -> officer == null ? "-" : officer;
            case SECTION -> officer == null ? "-" : sections.getOrDefault(officer, ".");
        };
    }

    private static void put(Map<String, String> counted, String key, List<Thing> things) {
        List<Double> values = things.stream()
                .map(Thing::value)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        if (!things.isEmpty()) {
            counted.put(
                    key,
                    words(new Count(
                            things.size(),
                            percentile(values, 0.5),
                            percentile(values, 0.9),
                            things.stream()
                                    .filter(thing -> Boolean.TRUE.equals(thing.within()))
                                    .count(),
                            things.stream()
                                    .filter(thing -> thing.within() != null)
                                    .count(),
                            Count.Hidden.NOTHING)));
        }
    }

    private static Double percentile(List<Double> sorted, double share) {
        if (sorted.isEmpty()) {
            return null;
        }
        double place = share * (sorted.size() - 1);
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return sorted.get(below) + (sorted.get(above) - sorted.get(below)) * (place - below);
    }

    static Map<String, String> told(Table table) {
        Map<String, String> told = new TreeMap<>();
        List<Table.Line> lines = new ArrayList<>(table.lines());
        lines.add(table.total());
        for (Table.Line line : lines) {
            String cell = line == table.total() ? " all" : " = " + line.cell();
            put(told, table.year().value() + cell, line.now());
            put(told, table.year().value() - 1 + cell, line.before());
        }
        return told;
    }

    private static void put(Map<String, String> told, String key, Count count) {
        if (count.n() > 0) {
            told.put(key, words(count));
        }
    }

    private static String words(Count count) {
        return String.format(
                Locale.ROOT,
                "%d, %.3f, %.3f, %d of %d",
                count.n(),
                count.middle(),
                count.most(),
                count.within(),
                count.judged());
    }

    private List<Thing> things(String metric) {
        return switch (metric) {
            case "accepted-type" -> accepted(one -> cell(told(one).type()));
            case "accepted-route" -> accepted(one -> cell(told(one).route()));
            case "accepted-officer" ->
                accepted(one -> one.of().officer() == null ? "-" : one.of().officer());
            case "accepted" -> accepted(one -> "");
            case "safety" -> safety();
            case "safety-late" -> late();
            case "steps" -> steps();
            case "closed" -> closed(this::outcome);
            case "renotified" -> closed(this::again);
            case "protections" -> protections();
            case "report-age" -> abuse(FigureRecount::age);
            case "report-route" -> abuse(one -> cell(told(one).route()));
            case "report-disposition" -> abuse(FigureRecount::measure);
            default -> throw new IllegalArgumentException(metric);
        };
    }

    private static String cell(String value) {
        return value == null ? "unknown" : value;
    }

    private static Told told(Accepted one) {
        Told last = null;
        for (Told told : one.of().told()) {
            last = told.at().isAfter(one.answer().at()) && last != null ? last : told;
        }
        return last == null ? new Told(Instant.EPOCH, null, null) : last;
    }

    private interface Under {
        String cell(Accepted one);
    }

    private interface Ended {
        Thing thing(Case of, Event closed);
    }

    private List<Thing> accepted(Under under) {
        return acceptances().stream()
                .map(one -> new Thing(one.of(), one.answer().moment("heldAt"), under.cell(one), null, null))
                .toList();
    }

    private List<Thing> abuse(Under other) {
        return acceptances().stream()
                .filter(one -> List.of("physical", "neglect", "sexual", "psychological")
                        .contains(cell(told(one).type())))
                .map(one -> new Thing(
                        one.of(),
                        one.answer().moment("heldAt"),
                        other.cell(one) + "/" + told(one).type(),
                        null,
                        null))
                .toList();
    }

    /** In full years on the day of the meeting, in the groups of processes/report.yaml. */
    private static String age(Accepted one) {
        LocalDate born = one.of().born();
        if (born == null) {
            return "unknown";
        }
        LocalDate day = LocalDate.ofInstant(one.answer().moment("heldAt"), Japan.ZONE);
        long years = ChronoUnit.YEARS.between(born, day);
        return String.valueOf(
                IntStream.of(0, 3, 7, 13, 16, 19).filter(from -> from <= years).count());
    }

    private static String measure(Accepted one) {
        String last = "pending";
        for (Answer meeting : one.later("support-policy-meeting")) {
            last = meeting.text("measure") == null ? last : meeting.text("measure");
        }
        return last;
    }

    private List<Accepted> acceptances() {
        List<Accepted> all = new ArrayList<>();
        for (Case one : cases) {
            List<Answer> meetings = one.answers().stream()
                    .filter(answer -> answer.form().equals("acceptance-meeting"))
                    .filter(answer -> "accepted".equals(answer.text("acceptance")))
                    .filter(answer -> !List.of("withdrawn", "joined").contains(one.status())
                            || one.events().stream()
                                    .anyMatch(event -> event.kind().equals("REOPENED")
                                            && event.at().isAfter(answer.at())))
                    .toList();
            for (int i = 0; i < meetings.size(); i++) {
                all.add(new Accepted(
                        one,
                        meetings.get(i),
                        i + 1 < meetings.size() ? meetings.get(i + 1).at() : Instant.MAX));
            }
        }
        return all;
    }

    private List<Thing> safety() {
        List<Thing> things = new ArrayList<>();
        for (Accepted one : acceptances()) {
            Instant held = one.answer().moment("heldAt");
            Instant due = held.plus(Duration.ofHours(48));
            Instant seen = one.later("safety-check").stream()
                    .filter(check -> "confirmed".equals(check.text("safety")))
                    .findFirst()
                    .map(check -> check.moment("confirmedAt"))
                    .orElse(null);
            Boolean within = seen == null ? (due.isBefore(now) ? false : null) : Boolean.valueOf(!seen.isAfter(due));
            Double hours = seen == null
                    ? null
                    : Double.valueOf(Math.max(0, Duration.between(held, seen).toSeconds() / 3600.0));
            things.add(new Thing(one.of(), held, "", hours, within));
        }
        return things;
    }

    private List<Thing> late() {
        List<Thing> things = new ArrayList<>();
        List<Thing> safety = safety();
        List<Accepted> acceptances = acceptances();
        for (int i = 0; i < safety.size(); i++) {
            if (Boolean.FALSE.equals(safety.get(i).within())) {
                String cause = "-";
                for (Answer check : acceptances.get(i).later("safety-check")) {
                    cause = check.text("lateCause") == null ? cause : check.text("lateCause");
                }
                things.add(new Thing(safety.get(i).of(), safety.get(i).at(), cause, null, null));
            }
        }
        return things;
    }

    /** When a task came up, its answer says; that one of its step did come up then, the timeline says. */
    private List<Thing> steps() {
        List<Thing> things = new ArrayList<>();
        for (Case one : cases) {
            for (Answer answer : one.answers()) {
                if (answer.born() == null) { // told without a task
                    continue;
                }
                Event born = one.events().stream()
                        .filter(event ->
                                event.kind().equals("BORN") && answer.step().equals(event.step()))
                        .filter(event -> event.at().equals(answer.born()))
                        .findFirst()
                        .orElseThrow();
                double hours = ChronoUnit.MICROS.between(born.at(), answer.at()) / 3.6e9;
                things.add(new Thing(one, answer.at(), born.process() + "." + answer.step(), hours, null));
            }
        }
        return things;
    }

    private List<Thing> closed(Ended ended) {
        List<Thing> things = new ArrayList<>();
        for (Case one : cases) {
            one.events().stream()
                    .filter(event -> event.kind().equals("CLOSED"))
                    .forEach(event -> things.add(ended.thing(one, event)));
        }
        return things;
    }

    private Thing outcome(Case of, Event closed) {
        Instant began = of.opened();
        for (Event event : of.events()) {
            began = event.kind().equals("REOPENED") && event.at().isBefore(closed.at()) ? event.at() : began;
        }
        long days = ChronoUnit.DAYS.between(
                LocalDate.ofInstant(began, Japan.ZONE), LocalDate.ofInstant(closed.at(), Japan.ZONE));
        return new Thing(of, closed.at(), closed.outcome(), (double) days, null);
    }

    private Thing again(Case of, Event closed) {
        Instant until = closed.at().atZone(Japan.ZONE).plusYears(1).toInstant();
        boolean reopened = of.events().stream()
                .anyMatch(event -> event.kind().equals("REOPENED")
                        && event.at().isAfter(closed.at())
                        && !event.at().isAfter(until));
        boolean another = cases.stream()
                .filter(other -> other != of && !other.status().equals("withdrawn"))
                .filter(other -> of.kana() != null && of.kana().equals(other.kana()))
                .filter(other -> of.born() != null && of.born().equals(other.born()))
                .anyMatch(other ->
                        other.opened().isAfter(closed.at()) && !other.opened().isAfter(until));
        String cell = reopened ? "reopened" : another ? "another" : until.isAfter(now) ? "running" : "none";
        Boolean within = reopened || another ? Boolean.TRUE : until.isAfter(now) ? null : Boolean.FALSE;
        return new Thing(of, closed.at(), cell, null, within);
    }

    private List<Thing> protections() {
        List<Thing> things = new ArrayList<>();
        for (Case one : cases) {
            List<Answer> begun = one.answers().stream()
                    .filter(answer -> answer.form().equals("protection-decision"))
                    .filter(answer -> "yes".equals(answer.text("protect")))
                    .toList();
            for (int i = 0; i < begun.size(); i++) {
                Instant next = i + 1 < begun.size() ? begun.get(i + 1).at() : Instant.MAX;
                Answer ended = new Accepted(one, begun.get(i), next)
                        .later("protection-end").stream()
                                .reduce((first, last) -> last)
                                .orElse(null);
                Instant start = begun.get(i).moment("startedAt");
                LocalDate from = LocalDate.ofInstant(start, Japan.ZONE);
                LocalDate to = LocalDate.ofInstant(ended == null ? now : ended.moment("endedAt"), Japan.ZONE);
                things.add(new Thing(
                        one,
                        start,
                        "",
                        ended == null ? null : Double.valueOf(ChronoUnit.DAYS.between(from, to)),
                        !to.isAfter(from.plusMonths(2))));
            }
        }
        return things;
    }
}
