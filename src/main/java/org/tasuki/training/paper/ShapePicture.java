package org.tasuki.training.paper;

import java.util.List;
import org.tasuki.engine.Drawing.Box;
import org.tasuki.engine.Drawing.Shape;

/** Draws one shape as BPMN has it; what it does not know becomes a plain box with its name. */
final class ShapePicture {

    private static final String THIN = "fill='white' stroke='black' stroke-width='1.4'";
    private static final String THICK = "fill='white' stroke='black' stroke-width='3.6'";
    private static final String DASHED = " stroke-dasharray='4 3'";
    private static final String FILLED = "fill='black'";
    private static final String PEN = "fill='none' stroke='black' stroke-width='1.4'";

    private static final double LABEL = 90;

    private final Svg svg;
    private final Lettering lettering;
    private final Box sheet;

    ShapePicture(Svg svg, Lettering lettering, Box sheet) {
        this.svg = svg;
        this.lettering = lettering;
        this.sheet = sheet;
    }

    /** @param number of the step in the list beside the picture; 0 for none */
    void draw(Shape shape, int number) {
        if (shape.kind().endsWith("Event")) {
            event(shape);
        } else if (shape.kind().endsWith("Gateway")) {
            gateway(shape);
        } else {
            step(shape, number);
        }
    }

    private void event(Shape shape) {
        Box at = shape.bounds();
        double radius = at.width() / 2;
        double y = at.y() + radius;
        boolean end = shape.kind().equals("endEvent");
        String dashes = shape.dashed() ? DASHED : "";
        svg.ring(at.middle(), y, radius, (end ? THICK : THIN) + dashes);
        if (!end && !shape.kind().equals("startEvent")) {
            svg.ring(at.middle(), y, radius - 3.4, THIN + dashes);
        }
        boolean thrown = end || shape.kind().equals("intermediateThrowEvent");
        EventSign.of(shape.event()).draw(svg, at.middle(), y, thrown ? FILLED + " stroke='black'" : PEN);
        label(shape);
    }

    private void gateway(Shape shape) {
        Box at = shape.bounds();
        double half = at.width() / 2;
        double y = at.y() + half;
        svg.path(at.middle(), y, "M0 %1$.1f L%1$.1f 0 L0 -%1$.1f L-%1$.1f 0 Z".formatted(half), THIN);
        String thick = "fill='none' stroke='black' stroke-width='3'";
        switch (shape.kind()) {
            case "exclusiveGateway" -> svg.path(at.middle(), y, "M-7 -8 L7 8 M7 -8 L-7 8", thick);
            case "parallelGateway" -> svg.path(at.middle(), y, "M-10 0 H10 M0 -10 V10", thick);
            case "inclusiveGateway" -> svg.ring(at.middle(), y, 10, thick);
            case "eventBasedGateway" ->
                svg.ring(at.middle(), y, 12, PEN).path(at.middle(), y, "M0 -8 L8 -2 L5 7 L-5 7 L-8 -2 Z", PEN);
            default -> svg.path(at.middle(), y, "M-9 0 H9 M0 -9 V9 M-6 -6 L6 6 M6 -6 L-6 6", thick);
        }
        label(shape);
    }

    private void step(Shape shape, int number) {
        Box at = shape.bounds();
        svg.box(at, 9, shape.kind().equals("callActivity") ? THICK : THIN);
        if (shape.kind().equals("subProcess") && shape.open()) {
            svg.text(name(shape), Math.max(at.x(), sheet.x()) + 8, at.y() + 16, "");
        } else if (shape.label() != null) {
            label(shape);
        } else {
            inside(shape, at);
        }
        if (number > 0) {
            number(at, number);
        }
    }

    /** The name of a part stands at its corner, on each sheet that it goes on to. */
    private String name(Shape part) {
        return String.join("", lettering.lines(part.name(), part.bounds().width() - 16));
    }

    private void inside(Shape shape, Box at) {
        List<String> lines = lettering.lines(shape.name(), at.width() - 8);
        svg.lines(lines, at.middle(), at.y() + (at.height() - Svg.height(lines)) / 2);
        switch (shape.kind()) {
            case "userTask" ->
                svg.ring(at.x() + 14, at.y() + 8, 3.2, PEN)
                        .path(at.x() + 14, at.y() + 8, "M-5.5 8.5 C-5.5 2.5 5.5 2.5 5.5 8.5 Z", PEN);
            case "serviceTask" ->
                svg.ring(at.x() + 13, at.y() + 12, 2.2, PEN)
                        .ring(at.x() + 13, at.y() + 12, 5, PEN)
                        .path(
                                at.x() + 13,
                                at.y() + 12,
                                "M0 -8 V-5 M0 8 V5 M-8 0 H-5 M8 0 H5 M-5.6 -5.6 L-3.5 -3.5 M5.6 5.6 L3.5 3.5 M5.6 -5.6 L3.5 -3.5 M-5.6 5.6 L-3.5 3.5",
                                PEN);
            case "receiveTask" -> EventSign.MESSAGE.draw(svg, at.x() + 15, at.y() + 12, PEN);
            case "callActivity", "subProcess" ->
                svg.box(new Box(at.middle() - 6, at.bottom() - 14, 12, 12), 0, PEN)
                        .path(at.middle(), at.bottom() - 8, "M-4 0 H4 M0 -4 V4", PEN);
            default -> {}
        }
    }

    private void number(Box at, int number) {
        String words = Integer.toString(number);
        double width = lettering.width(words) + 9;
        svg.box(new Box(at.right() - width - 2, at.y() - 9, width, 17), 8, FILLED);
        svg.text(words, at.right() - width / 2 - 2, at.y() + 4, "fill='white' text-anchor='middle'");
    }

    private void label(Shape shape) {
        Box at = shape.bounds();
        Box below = new Box(at.middle() - LABEL / 2, at.bottom() + 4, LABEL, 14);
        Box label = shape.label() == null ? below : shape.label();
        svg.lines(lettering.lines(shape.name(), label), label.middle(), label.y());
    }
}
