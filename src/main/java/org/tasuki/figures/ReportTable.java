package org.tasuki.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A table of the national report as it was at one time.
 *
 * @param keys its rows, without the sum
 * @param rows a number for each type and their sum; the last row sums up the others
 */
public record ReportTable(Metric part, List<String> keys, List<List<Long>> rows) {

    public static ReportTable of(Metric part, List<String> keys, Map<String, Long> cells) {
        List<List<Long>> rows = new ArrayList<>();
        for (String key : keys) {
            rows.add(summed(Report.TYPES.stream()
                    .map(type -> cells.getOrDefault(Report.cell(part, key, type), 0L))
                    .toList()));
        }
        List<Long> total = new ArrayList<>();
        for (int column = 0; column <= Report.TYPES.size(); column++) {
            int at = column;
            total.add(rows.stream().mapToLong(row -> row.get(at)).sum());
        }
        rows.add(total);
        return new ReportTable(part, keys, List.copyOf(rows));
    }

    private static List<Long> summed(List<Long> numbers) {
        List<Long> row = new ArrayList<>(numbers);
        row.add(numbers.stream().mapToLong(Long::longValue).sum());
        return row;
    }
}
