package org.tasuki.training.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tasuki.engine.Drawing.Box;

/**
 * A drawing cut for paper: never so small that its words cannot be read, and wherever it is cut, what is at the cut is whole on
 * one of the sheets.
 *
 * @param scale points of the paper to one of the drawing
 * @param sheets what each shows, row by row
 * @param across how many are side by side
 */
record Tiles(double scale, List<Box> sheets, int across) {

    /** The letters of a drawing, in its own points, and on paper. */
    static final double LETTERS = 12;

    static final double SMALLEST = 7;

    /** A small drawing is not blown up to fill the page. */
    private static final double LARGEST = 9;

    /** Wider than a step with what hangs at its edges. */
    private static final double OVERLAP = 170;

    private static final double MARGIN = 8;
    private static final double ROUNDING = 0.01;

    /** @param width of the page in points, as is the height */
    static Tiles of(Box drawn, double width, double height) {
        Box whole = new Box(
                drawn.x() - MARGIN, drawn.y() - MARGIN, drawn.width() + 2 * MARGIN, drawn.height() + 2 * MARGIN);
        double scale = scale(whole, width, height);
        List<Double> lefts = cuts(whole.x(), whole.width(), width / scale);
        List<Double> tops = cuts(whole.y(), whole.height(), height / scale);
        List<Box> sheets = new ArrayList<>();
        for (double top : tops) {
            for (double left : lefts) {
                sheets.add(new Box(
                        left,
                        top,
                        Math.min(width / scale, whole.right() - left),
                        Math.min(height / scale, whole.bottom() - top)));
            }
        }
        return new Tiles(scale, List.copyOf(sheets), lefts.size());
    }

    /** As large as so many sheets allow as the smallest letters need. */
    private static double scale(Box whole, double width, double height) {
        return Math.max(
                SMALLEST / LETTERS,
                Math.min(LARGEST / LETTERS, Math.min(most(whole.width(), width), most(whole.height(), height))));
    }

    private static double most(double length, double page) {
        int sheets = sheets(length, page * LETTERS / SMALLEST);
        return sheets * page / (length + (sheets - 1) * OVERLAP);
    }

    private static int sheets(double length, double page) {
        return length <= page ? 1 : (int) Math.ceil((length - OVERLAP) / (page - OVERLAP));
    }

    private static List<Double> cuts(double start, double length, double page) {
        int sheets = sheets(length, page + ROUNDING);
        double step = sheets == 1 ? 0 : (length - page) / (sheets - 1);
        return IntStream.range(0, sheets).mapToObj(at -> start + at * step).toList();
    }

    double letters() {
        return scale * LETTERS;
    }
}
