package org.tasuki.workload.web;

import java.util.List;
import java.util.stream.IntStream;
import org.tasuki.workload.Week;

/** Two bars a week, for the picture beside the table: what stands where, in the picture's own units. */
record WeekChart(int most, List<Pair> pairs) {

    static final int HEIGHT = 120;
    private static final int TOP = 16;
    private static final int STEP = 52;
    private static final int WIDTH = 18;

    record Bar(int x, int y, int width, int height, int cases) {}

    /** @param x where the week is named, below */
    record Pair(int x, String day, Bar opened, Bar closed) {}

    /** @param days the weeks' Mondays in short */
    static WeekChart of(List<Week> weeks, List<String> days) {
        int most = Math.max(
                1,
                weeks.stream()
                        .mapToInt(week -> Math.max(week.opened(), week.closed()))
                        .max()
                        .orElse(1));
        return new WeekChart(
                most,
                IntStream.range(0, weeks.size())
                        .mapToObj(i -> pair(i * STEP, days.get(i), weeks.get(i), most))
                        .toList());
    }

    private static Pair pair(int x, String day, Week week, int most) {
        return new Pair(x + 24, day, bar(x + 4, week.opened(), most), bar(x + 4 + WIDTH + 4, week.closed(), most));
    }

    private static Bar bar(int x, int cases, int most) {
        int height = Math.round((float) HEIGHT * cases / most);
        return new Bar(x, TOP + HEIGHT - height, WIDTH, height, cases);
    }
}
