package org.tasuki.training.paper;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import org.tasuki.engine.Drawing.Box;
import org.tasuki.engine.Drawing.Point;

/** A pen that writes SVG: black lines on white, since a handout is copied. */
final class Svg {

    private static final double LINE = 14.5;

    private final StringBuilder drawn = new StringBuilder();

    /** @param style attributes as they stand in SVG */
    Svg box(Box box, double round, String style) {
        return add(
                "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' rx='%.1f' %s/>",
                box.x(), box.y(), box.width(), box.height(), round, style);
    }

    Svg ring(double x, double y, double radius, String style) {
        return add("<circle cx='%.1f' cy='%.1f' r='%.1f' %s/>", x, y, radius, style);
    }

    /** A path of SVG, its numbers counted from a corner. */
    Svg path(double x, double y, String path, String style) {
        return add("<path transform='translate(%.1f %.1f)' d='%s' %s/>", x, y, path, style);
    }

    Svg line(List<Point> way, String style) {
        String points = way.stream()
                .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", point.x(), point.y()))
                .collect(Collectors.joining(" "));
        return add("<polyline points='%s' fill='none' %s/>", points, style);
    }

    /** Lines one below the other, each in the middle. */
    Svg lines(List<String> lines, double middle, double top) {
        for (int at = 0; at < lines.size(); at++) {
            text(lines.get(at), middle, top + at * LINE + Tiles.LETTERS - 1, "text-anchor='middle'");
        }
        return this;
    }

    Svg text(String text, double x, double base, String style) {
        return add(
                "<text x='%.1f' y='%.1f' font-family='Noto Sans JP' font-size='%.0f' %s>%s</text>",
                x, base, Tiles.LETTERS, style, HtmlUtils.htmlEscape(text, "UTF-8"));
    }

    static double height(List<String> lines) {
        return lines.size() * LINE;
    }

    private Svg add(String format, Object... values) {
        drawn.append(String.format(Locale.ROOT, format, values));
        return this;
    }

    /** What the box holds, so large that a point of it is as many points of the paper. */
    String in(Box box, double scale) {
        double pixels = scale * 96 / 72;
        return String.format(
                Locale.ROOT,
                "<svg xmlns='http://www.w3.org/2000/svg' width='%.2f' height='%.2f' viewBox='%.2f %.2f %.2f %.2f'>%s</svg>",
                box.width() * pixels,
                box.height() * pixels,
                box.x(),
                box.y(),
                box.width(),
                box.height(),
                drawn);
    }
}
