package org.tasuki.debrief.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tasuki.debrief.Comparison;
import org.tasuki.debrief.DebriefWay;
import org.tasuki.debrief.Doing;
import org.tasuki.debrief.Group;
import org.tasuki.debrief.IdealStep;
import org.tasuki.debrief.TimeLimit;
import org.tasuki.practice.PracticeClass;

/** The groups of a class side by side. */
@Component
class ComparisonPages {

    private final DebriefWay ways;
    private final StepTold told;

    ComparisonPages(DebriefWay ways, StepTold told) {
        this.ways = ways;
        this.told = told;
    }

    /** @param beside steps that the ideal way does not come by; missing, those of it that the group has not done */
    public record GroupRow(
            int place,
            String number,
            Instant begun,
            Duration length,
            long done,
            long missing,
            long beside,
            long met,
            long late,
            long missed,
            long over,
            long otherwise) {}

    /** A step; {@code again} is its turn where a way comes by more than once, else 0. */
    public record StepRow(
            String process,
            String step,
            int again,
            StepTold.@Nullable Ideal ideal,
            boolean apart,
            List<StepTold.@Nullable Done> groups) {}

    /** A way that may be chosen. */
    public record WayOption(String key, String name, boolean chosen) {}

    void show(PracticeClass held, Comparison comparison, Locale language, Model model) {
        put(held, comparison, language, model);
        model.addAttribute(
                "groups",
                IntStream.range(0, comparison.groups().size())
                        .mapToObj(at -> group(comparison, at))
                        .toList());
        model.addAttribute(
                "rows",
                comparison.rows().stream()
                        .map(row -> row(comparison, row, language))
                        .toList());
    }

    /** What both pages have around them. */
    void put(PracticeClass held, Comparison comparison, Locale language, Model model) {
        model.addAttribute("held", held);
        model.addAttribute("way", comparison.way().scenario().key());
        model.addAttribute("wayName", comparison.way().scenario().name().in(language));
        model.addAttribute(
                "ways",
                ways.all().stream()
                        .map(way -> new WayOption(
                                way.key(),
                                way.name().in(language),
                                way.equals(comparison.way().scenario())))
                        .toList());
    }

    GroupRow group(Comparison comparison, int at) {
        Group group = comparison.groups().get(at);
        return new GroupRow(
                group.place(),
                group.number().value(),
                group.begun(),
                group.length(),
                group.done(),
                count(comparison, row -> row.ideal() != null && !row.ideal().silent() && !isDone(row, at)),
                count(comparison, row -> row.ideal() == null && isDone(row, at)),
                group.limits(TimeLimit.MET),
                group.limits(TimeLimit.LATE),
                group.limits(TimeLimit.MISSED),
                group.limits(TimeLimit.OVER),
                count(comparison, row -> row.cells().get(at).otherwise()));
    }

    private static long count(Comparison comparison, Predicate<Comparison.Row> which) {
        return comparison.rows().stream().filter(which).count();
    }

    private static boolean isDone(Comparison.Row row, int at) {
        Doing doing = row.cells().get(at).doing();
        return doing != null && doing.done();
    }

    private StepRow row(Comparison comparison, Comparison.Row row, Locale language) {
        IdealStep ideal = row.ideal();
        boolean again = comparison.rows().stream()
                .anyMatch(other ->
                        other != row && other.spot().at().equals(row.spot().at()));
        return new StepRow(
                told.process(row.spot(), language),
                told.step(row.spot(), language),
                again ? row.spot().turn() : 0,
                ideal == null ? null : told.ideal(ideal, language),
                row.apart(),
                IntStream.range(0, row.cells().size())
                        .<StepTold.@Nullable Done>mapToObj(at ->
                                cell(comparison.groups().get(at), row.cells().get(at), language))
                        .toList());
    }

    private StepTold.@Nullable Done cell(Group group, Comparison.Cell cell, Locale language) {
        Doing doing = cell.doing();
        return doing == null ? null : told.done(doing, group.begun(), cell.otherwise(), language);
    }
}
