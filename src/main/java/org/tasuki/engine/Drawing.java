package org.tasuki.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tasuki.engine.bpmn.ProcessFile;
import org.tasuki.engine.bpmn.UnreadableProcess;

/** Where a process file draws what: its own picture, in the points of the file. What it does not place is not in it. */
public record Drawing(List<Shape> shapes, List<Edge> edges) {

    public record Point(double x, double y) {}

    public record Box(double x, double y, double width, double height) {

        public double right() {
            return x + width;
        }

        public double bottom() {
            return y + height;
        }

        public double middle() {
            return x + width / 2;
        }

        public boolean meets(Box other) {
            return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
        }

        public boolean holds(Box other) {
            return x <= other.x && y <= other.y && other.right() <= right() && other.bottom() <= bottom();
        }

        public Box with(Box other) {
            double left = Math.min(x, other.x);
            double top = Math.min(y, other.y);
            return new Box(
                    left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
        }
    }

    /**
     * Anything but a line.
     *
     * @param kind BPMN's own word, as in {@code userTask}; of what is no BPMN, the word in that other vocabulary
     * @param event what an event is defined by, as in {@code timer}; empty for a plain one, and for all that is none
     * @param dashed an event at the edge of a step that lets the step go on
     * @param open a part whose steps are drawn inside it
     * @param name as the file has it: in Japanese a space only tells where a line may end
     * @param label where the name stands, if not inside
     */
    public record Shape(
            String id,
            String kind,
            String event,
            boolean dashed,
            boolean open,
            String name,
            Box bounds,
            @Nullable Box label) {}

    /**
     * A line with its corners.
     *
     * @param kind as for shapes: a {@code sequenceFlow}, or what else is drawn as a line
     * @param otherwise the way that is taken when no condition of the others holds
     */
    public record Edge(String id, String kind, String name, boolean otherwise, List<Point> way, @Nullable Box label) {}

    /**
     * @param xml of a process file, the names in it in the language to be drawn
     * @throws UnreadableProcess when it is none
     */
    public static Drawing of(byte[] xml) throws UnreadableProcess {
        return new DrawingReading(ProcessFile.read("", xml).definitions()).drawing();
    }

    /** All that is drawn, labels included. */
    public Box bounds() {
        return Stream.concat(
                        shapes.stream().flatMap(shape -> boxes(shape.bounds(), shape.label())),
                        edges.stream()
                                .flatMap(edge -> Stream.concat(
                                        edge.way().stream().map(point -> new Box(point.x(), point.y(), 0, 0)),
                                        boxes(null, edge.label()))))
                .reduce(Box::with)
                .orElse(new Box(0, 0, 0, 0));
    }

    private static Stream<Box> boxes(@Nullable Box one, @Nullable Box other) {
        return Stream.of(Optional.ofNullable(one), Optional.ofNullable(other)).flatMap(Optional::stream);
    }
}
