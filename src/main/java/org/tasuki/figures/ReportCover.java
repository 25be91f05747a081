package org.tasuki.figures;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * What is hidden of the national report's tables in one file that leaves the office: small numbers, and as long as a sum along a row or a
 * column would tell them, others beside them. The tables of a file sum up the same cases by type, and a submission stands beside the
 * numbers as they are now: what is hidden in one of them is hidden in all.
 */
@Component
public class ReportCover {

    private final long limit;
    private final SmallNumbers small;

    ReportCover(Outside outside) {
        this.limit = outside.limit();
        this.small = new SmallNumbers(limit);
    }

    /** By the key of each part: what is hidden, row by row. */
    public Map<String, boolean[][]> cover(Collection<ReportTable> tables) {
        Map<String, boolean[][]> hidden = new LinkedHashMap<>();
        for (ReportTable table : tables) {
            boolean[][] mine = hidden.computeIfAbsent(
                    table.part().key(), key -> new boolean[table.rows().size()][Report.TYPES.size() + 1]);
            for (int row = 0; row < mine.length; row++) {
                for (int column = 0; column < mine[row].length; column++) {
                    mine[row][column] |= small.small(table.rows().get(row).get(column));
                }
            }
        }
        boolean changed = true;
        while (changed) {
            changed = sums(hidden.values());
            for (ReportTable table : tables) {
                changed |= lines(
                        table.rows(),
                        Objects.requireNonNull(hidden.get(table.part().key())));
            }
        }
        return hidden;
    }

    private static boolean sums(Collection<boolean[][]> parts) {
        boolean changed = false;
        for (boolean[][] one : parts) {
            for (boolean[][] other : parts) {
                boolean[] from = one[one.length - 1];
                boolean[] to = other[other.length - 1];
                for (int column = 0; column < from.length; column++) {
                    changed |= from[column] && !to[column];
                    to[column] |= from[column];
                }
            }
        }
        return changed;
    }

    private boolean lines(List<List<Long>> rows, boolean[][] hidden) {
        boolean changed = false;
        for (int row = 0; row < hidden.length; row++) {
            changed |= line(rows.get(row).stream().mapToLong(Long::longValue).toArray(), hidden[row]);
        }
        for (int column = 0; column < hidden[0].length; column++) {
            int at = column;
            boolean[] down = new boolean[hidden.length];
            for (int row = 0; row < down.length; row++) {
                down[row] = hidden[row][column];
            }
            changed |= line(rows.stream().mapToLong(row -> row.get(at)).toArray(), down);
            for (int row = 0; row < down.length; row++) {
                hidden[row][column] = down[row];
            }
        }
        return changed;
    }

    /** @param numbers the last one is the sum of the others */
    private boolean line(long[] numbers, boolean[] hidden) {
        boolean changed = false;
        while (told(numbers, hidden)) {
            int next = smallestShown(numbers, hidden);
            if (next < 0) {
                return changed;
            }
            hidden[next] = true;
            changed = true;
        }
        return changed;
    }

    private boolean told(long[] numbers, boolean[] hidden) {
        int count = 0;
        long sum = 0;
        for (int place = 0; place < numbers.length - 1; place++) {
            if (hidden[place] && numbers[place] > 0) {
                count++;
                sum += numbers[place];
            }
        }
        return hidden[numbers.length - 1] ? count == 0 : count == 1 || count > 0 && sum < limit;
    }

    /** The sum only when nothing else is left. */
    private static int smallestShown(long[] numbers, boolean[] hidden) {
        int next = -1;
        for (int place = 0; place < numbers.length - 1; place++) {
            if (!hidden[place] && numbers[place] > 0 && (next < 0 || numbers[place] < numbers[next])) {
                next = place;
            }
        }
        int sum = numbers.length - 1;
        return next < 0 && !hidden[sum] && numbers[sum] > 0 ? sum : next;
    }
}
