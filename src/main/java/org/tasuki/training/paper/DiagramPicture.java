package org.tasuki.training.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.tasuki.engine.Drawing;
import org.tasuki.engine.Drawing.Box;
import org.tasuki.engine.Drawing.Edge;
import org.tasuki.engine.Drawing.Point;
import org.tasuki.engine.Drawing.Shape;

/** The picture of a process, for paper: a sheet shows what of it meets the sheet. */
final class DiagramPicture {

    private static final String LINE = "stroke='black' stroke-width='1.4' stroke-linejoin='round'";

    /** Beyond its own box a shape has its label, its number, and a thick line. */
    private static final double AROUND = 50;

    private final Drawing drawing;
    private final Map<String, Integer> numbers;
    private final Lettering lettering = new Lettering();

    /** @param numbers of the steps in the list that stands beside the picture */
    DiagramPicture(Drawing drawing, Map<String, Integer> numbers) {
        this.drawing = drawing;
        this.numbers = numbers;
    }

    String sheet(Box sheet, double scale) {
        Svg svg = new Svg();
        ShapePicture pictures = new ShapePicture(svg, lettering, sheet);
        List<Shape> shapes = shapesOn(sheet);
        List<Edge> edges = edgesOn(sheet);
        shapes.stream().filter(DiagramPicture::around).forEach(shape -> draw(pictures, shape));
        edges.forEach(edge -> line(svg, edge));
        shapes.stream().filter(shape -> !around(shape) && !atEdge(shape)).forEach(shape -> draw(pictures, shape));
        shapes.stream().filter(DiagramPicture::atEdge).forEach(shape -> draw(pictures, shape));
        edges.forEach(edge -> words(svg, edge));
        return svg.in(sheet, scale);
    }

    /** Whether a sheet is not empty. */
    boolean isOn(Box sheet) {
        return !shapesOn(sheet).isEmpty() || !edgesOn(sheet).isEmpty();
    }

    List<Shape> shapesOn(Box sheet) {
        return drawing.shapes().stream()
                .filter(shape -> whole(shape).meets(sheet))
                .toList();
    }

    List<Edge> edgesOn(Box sheet) {
        return drawing.edges().stream().filter(edge -> whole(edge).meets(sheet)).toList();
    }

    private void draw(ShapePicture pictures, Shape shape) {
        pictures.draw(shape, numbers.getOrDefault(shape.id(), 0));
    }

    /** What others are drawn upon. */
    private static boolean around(Shape shape) {
        return shape.kind().equals("participant")
                || shape.kind().equals("lane")
                || shape.kind().equals("subProcess") && shape.open();
    }

    private static boolean atEdge(Shape shape) {
        return shape.kind().equals("boundaryEvent");
    }

    private static void line(Svg svg, Edge edge) {
        boolean flow = edge.kind().equals("sequenceFlow");
        svg.line(edge.way(), flow ? LINE : LINE + " stroke-dasharray='6 4'");
        if (!edge.kind().equals("association")) {
            arrow(svg, edge.way());
        }
        if (edge.otherwise()) {
            slash(svg, edge.way());
        }
    }

    private static void arrow(Svg svg, List<Point> way) {
        Point tip = way.get(way.size() - 1);
        Point from = way.get(way.size() - 2);
        double turn = Math.atan2(tip.y() - from.y(), tip.x() - from.x());
        svg.path(0, 0, triangle(at(tip, turn, -10, -4.2), tip, at(tip, turn, -10, 4.2)), "fill='black'");
    }

    private static void slash(Svg svg, List<Point> way) {
        Point start = way.get(0);
        double turn = Math.atan2(way.get(1).y() - start.y(), way.get(1).x() - start.x());
        svg.line(List.of(at(start, turn, 7, 5), at(start, turn, 12, -5)), LINE);
    }

    private static Point at(Point origin, double turn, double along, double aside) {
        return new Point(
                origin.x() + along * Math.cos(turn) - aside * Math.sin(turn),
                origin.y() + along * Math.sin(turn) + aside * Math.cos(turn));
    }

    private static String triangle(Point one, Point two, Point three) {
        return String.format(
                Locale.ROOT,
                "M%.1f %.1f L%.1f %.1f L%.1f %.1f Z",
                one.x(),
                one.y(),
                two.x(),
                two.y(),
                three.x(),
                three.y());
    }

    private void words(Svg svg, Edge edge) {
        if (!edge.name().isBlank()) {
            Box label = labelOf(edge);
            List<String> lines = lettering.lines(edge.name(), label);
            double width = lines.stream().mapToDouble(lettering::width).max().orElse(0) + 2;
            svg.box(
                    new Box(label.middle() - width / 2, label.y(), width, Svg.height(lines)),
                    2,
                    "fill='white' fill-opacity='0.85'");
            svg.lines(lines, label.middle(), label.y());
        }
    }

    /** Where the file has no place for the words, they stand at the middle of the line. */
    private static Box labelOf(Edge edge) {
        Point middle = edge.way().get(edge.way().size() / 2);
        return edge.label() == null ? new Box(middle.x() - 45, middle.y() + 2, 90, 14) : edge.label();
    }

    private static Box whole(Shape shape) {
        Box box = shape.label() == null ? shape.bounds() : shape.bounds().with(shape.label());
        return new Box(box.x() - AROUND, box.y() - AROUND, box.width() + 2 * AROUND, box.height() + 2 * AROUND);
    }

    private static Box whole(Edge edge) {
        List<Box> boxes = new ArrayList<>();
        edge.way().forEach(point -> boxes.add(new Box(point.x() - 1, point.y() - 1, 2, 2)));
        return Stream.concat(boxes.stream(), Stream.of(labelOf(edge)))
                .reduce(Box::with)
                .orElseThrow();
    }
}
