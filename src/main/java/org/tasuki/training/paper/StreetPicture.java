package org.tasuki.training.paper;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tasuki.engine.Drawing.Box;
import org.tasuki.engine.Drawing.Point;
import org.tasuki.engine.ProcessFacts;
import org.tasuki.engine.StepFacts;

/**
 * How the processes lead into each other: the way of a case from left to right, what a process calls below it, and what runs beside
 * the case at the right.
 */
final class StreetPicture {

    private static final String THIN = "fill='white' stroke='black' stroke-width='1.4'";
    private static final String THICK = "fill='white' stroke='black' stroke-width='3'";
    private static final String DASHED = THIN + " stroke-dasharray='5 4'";
    private static final String LINE = "stroke='black' stroke-width='1.4'";
    private static final String FILLED = "fill='black'";

    private static final double CELL = 236;
    private static final double WIDTH = 196;
    private static final double HEIGHT = 54;
    private static final double ROW = 100;
    private static final double MARGIN = 12;

    private final List<ProcessFacts> processes;
    private final Signs signs;
    private final Locale language;
    private final Set<String> drawn = new HashSet<>();
    private final Lettering lettering = new Lettering();
    private final Svg svg = new Svg();
    private Box extent = new Box(0, 0, 1, 1);

    StreetPicture(List<ProcessFacts> processes, Signs signs, Locale language) {
        this.processes = processes;
        this.signs = signs;
        this.language = language;
    }

    /** A picture, and how large the letters in it are. */
    record Drawn(String svg, double letters) {}

    /** @param width of the page in points */
    Drawn on(double width) {
        double right = processes.isEmpty() ? 0 : street(processes.get(0));
        beside(right);
        double scale = Math.min(9 / Tiles.LETTERS, width / (extent.right() + MARGIN));
        Box whole = new Box(-MARGIN, -MARGIN, extent.right() + 2 * MARGIN, extent.bottom() + 2 * MARGIN);
        return new Drawn(svg.in(whole, scale), scale * Tiles.LETTERS);
    }

    private double street(ProcessFacts main) {
        drawn.add(main.key());
        process(main, new Box(0, 0, WIDTH, HEIGHT), THICK);
        double left = CELL;
        Box last = new Box(0, 0, WIDTH, HEIGHT);
        for (ProcessFacts stage : called(main)) {
            drawn.add(stage.key());
            Box here = new Box(left, 0, WIDTH, HEIGHT);
            arrow(new Point(last.right(), HEIGHT / 2), new Point(here.x(), HEIGHT / 2));
            process(stage, here, THICK);
            left = Math.max(left + CELL, below(stage, here, left, ROW));
            last = here;
        }
        return left;
    }

    /** @return where the next may begin */
    private double below(ProcessFacts caller, Box from, double left, double top) {
        double next = left;
        for (ProcessFacts called : called(caller)) {
            if (drawn.add(called.key())) {
                Box here = new Box(next, top, WIDTH, HEIGHT);
                down(from, here);
                process(called, here, THIN);
                next = Math.max(next + CELL, below(called, here, next, top + ROW));
            }
        }
        return next;
    }

    private void down(Box from, Box to) {
        double turn = to.y() - (ROW - HEIGHT) / 2;
        svg.line(
                List.of(
                        new Point(from.middle(), from.bottom()),
                        new Point(from.middle(), turn),
                        new Point(to.middle(), turn)),
                LINE);
        arrow(new Point(to.middle(), turn), new Point(to.middle(), to.y()));
    }

    /** Two rows, so that the sheet is wide enough. */
    private void beside(double left) {
        List<ProcessFacts> others = processes.stream()
                .filter(process -> !drawn.contains(process.key()))
                .toList();
        double at = left;
        for (int one = 0; one < others.size(); one++) {
            process(others.get(one), new Box(at, one % 2 * ROW, WIDTH, HEIGHT), DASHED);
            at += one % 2 * CELL;
        }
    }

    private List<ProcessFacts> called(ProcessFacts caller) {
        List<ProcessFacts> found = new ArrayList<>();
        caller.calls().stream()
                .map(StepFacts::called)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(key -> find(key).ifPresent(found::add));
        return found;
    }

    private Optional<ProcessFacts> find(String key) {
        return processes.stream().filter(process -> process.key().equals(key)).findFirst();
    }

    private void process(ProcessFacts process, Box at, String style) {
        svg.box(at, 9, style);
        String sign = signs.of(process.key());
        svg.box(new Box(at.x() + 8, at.y() + 8, 24, 20), 10, FILLED);
        svg.text(sign, at.x() + 20, at.y() + 22, "fill='white' text-anchor='middle'");
        List<String> lines = lettering.lines(process.name().in(language), WIDTH - 48);
        svg.lines(lines, at.middle() + 14, at.y() + (HEIGHT - Svg.height(lines)) / 2);
        extent = extent.with(at);
    }

    private void arrow(Point from, Point tip) {
        svg.line(List.of(from, tip), LINE);
        svg.path(tip.x(), tip.y(), from.y() == tip.y() ? "M0 0 L-10 -4.2 V4.2 Z" : "M0 0 L-4.2 -10 H4.2 Z", FILLED);
    }
}
