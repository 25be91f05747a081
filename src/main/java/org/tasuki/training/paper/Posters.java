package org.tasuki.training.paper;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.ProcessFacts;
import org.tasuki.terms.Text;
import org.tasuki.training.paper.Booklet.Next;
import org.tasuki.training.paper.Booklet.Step;
import org.tasuki.training.paper.Poster.Line;
import org.tasuki.training.paper.Poster.Part;
import org.tasuki.training.paper.Poster.Way;

/** Puts the poster together: as much in each column as in the others. */
@Component
class Posters {

    static final int COLUMNS = 6;

    /** Of an A3 sheet on its side, in points. */
    static final double WIDTH = 1_115;

    /** What a line of a column holds, in the points of {@link Lettering}; and what a heading takes, in lines. */
    private static final double COLUMN = 235;

    private static final int HEADING = 3;

    private final ProcessCatalog catalog;
    private final BookletSteps steps;

    Posters(ProcessCatalog catalog, BookletSteps steps) {
        this.catalog = catalog;
        this.steps = steps;
    }

    Poster of(Locale language) {
        List<ProcessFacts> processes = catalog.processes();
        Signs signs = Signs.of(processes);
        List<Part> parts = processes.stream()
                .map(process -> part(process, signs, language))
                .toList();
        String picture = new StreetPicture(processes, signs, language).on(WIDTH).svg();
        return new Poster(Booklets.address(picture), columns(parts));
    }

    private Part part(ProcessFacts process, Signs signs, Locale language) {
        List<Line> lines = steps.of(process, Booklets.numbers(process), language).stream()
                .map(step -> line(step, process, signs, language))
                .toList();
        return new Part(signs.of(process.key()), process.name().in(language), false, lines);
    }

    private static Line line(Step step, ProcessFacts process, Signs signs, Locale language) {
        return new Line(
                step.number(),
                step.name(),
                step.roles(),
                step.limit() == null ? "" : step.limit().label(),
                ways(step.next(), language),
                process.step(step.id())
                        .flatMap(facts -> Optional.ofNullable(facts.called()))
                        .filter(signs::knows)
                        .map(signs::of)
                        .orElse(null));
    }

    /** Several that follow one choice stand on one line. */
    private static List<Way> ways(List<Next> next, Locale language) {
        String between = new Text("・", ", ").in(language);
        return next.stream()
                .collect(groupingBy(Next::when, LinkedHashMap::new, mapping(Posters::shortly, joining(between))))
                .entrySet()
                .stream()
                .map(way -> new Way(way.getKey(), way.getValue()))
                .toList();
    }

    private static String shortly(Next next) {
        return next.number() == null ? next.name() : next.number().toString();
    }

    private static List<List<Part>> columns(List<Part> parts) {
        Lettering lettering = new Lettering();
        int total = parts.stream().mapToInt(part -> height(part, lettering)).sum();
        int each = total / COLUMNS + HEADING + 2;
        List<List<Part>> columns = new ArrayList<>(List.of(new ArrayList<>()));
        int used = 0;
        for (Part part : parts) {
            List<Line> lines = new ArrayList<>();
            boolean goesOn = false;
            used += HEADING;
            for (Line line : part.lines()) {
                int height = height(line, lettering);
                if (used + height > each && columns.size() < COLUMNS) {
                    goesOn = put(columns, part, goesOn, lines);
                    lines = new ArrayList<>();
                    columns.add(new ArrayList<>());
                    used = HEADING;
                }
                lines.add(line);
                used += height;
            }
            put(columns, part, goesOn, lines);
        }
        return List.copyOf(columns);
    }

    /** @return whether what comes of it in the next column goes on */
    private static boolean put(List<List<Part>> columns, Part part, boolean goesOn, List<Line> lines) {
        if (lines.isEmpty()) {
            return goesOn;
        }
        columns.get(columns.size() - 1).add(new Part(part.sign(), part.name(), goesOn, List.copyOf(lines)));
        return true;
    }

    private static int height(Part part, Lettering lettering) {
        return HEADING
                + part.lines().stream()
                        .mapToInt(line -> height(line, lettering))
                        .sum();
    }

    /** The name with its limit, who does it, and a line for what comes next. */
    private static int height(Line line, Lettering lettering) {
        int next = line.ways().stream()
                .mapToInt(way ->
                        lettering.lines(way.when() + " → " + way.to(), COLUMN).size())
                .sum();
        return lettering
                        .lines("10. " + line.name() + " " + line.limit(), COLUMN)
                        .size()
                + 1
                + next;
    }
}
