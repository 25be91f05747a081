package org.tasuki.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Nobody who knows the sums along the rows and the columns of all tables finds a small number. */
class ReportCoverTest {

    private static final int LIMIT = 10;

    @Test
    void neitherARowNorAColumnTellsWhatIsHidden() {
        Random dice = new Random(47);
        for (int round = 0; round < 500; round++) {
            List<ReportTable> tables = tables(dice);
            Map<String, boolean[][]> hidden = new ReportCover(new Outside(LIMIT, 3)).cover(tables);
            for (ReportTable table : tables) {
                safe(table, Objects.requireNonNull(hidden.get(table.part().key())));
            }
        }
    }

    @Test
    void whereNothingIsSmallNothingIsHidden() {
        Metric age = Report.parts().get(0);
        ReportTable table = ReportTable.of(
                age,
                List.of("1"),
                Map.of(Report.cell(age, "1", "physical"), 12L, Report.cell(age, "1", "neglect"), 40L));
        boolean[][] hidden = Objects.requireNonNull(
                new ReportCover(new Outside(LIMIT, 3)).cover(List.of(table)).get(age.key()));
        for (boolean[] row : hidden) {
            assertThat(row).containsOnly(false);
        }
    }

    /** The same acceptances under two headings, and the first table once more as it was submitted. */
    private static List<ReportTable> tables(Random dice) {
        List<ReportTable> tables = new ArrayList<>();
        List<String> keys = List.of("1", "2", "3");
        Metric age = Report.parts().get(0);
        Metric route = Report.parts().get(1);
        Map<String, Long> ages = new HashMap<>();
        Map<String, Long> routes = new HashMap<>();
        Map<String, Long> before = new HashMap<>();
        for (String type : Report.TYPES) {
            for (int n = dice.nextInt(dice.nextBoolean() ? 12 : 80); n > 0; n--) {
                ages.merge(Report.cell(age, keys.get(dice.nextInt(3)), type), 1L, Long::sum);
                routes.merge(Report.cell(route, keys.get(dice.nextInt(3)), type), 1L, Long::sum);
                before.merge(Report.cell(age, keys.get(dice.nextInt(3)), type), 1L, Long::sum);
            }
        }
        tables.add(ReportTable.of(age, keys, ages));
        tables.add(ReportTable.of(age, keys, before));
        tables.add(ReportTable.of(route, keys, routes));
        return tables;
    }

    private static void safe(ReportTable table, boolean[][] hidden) {
        int rows = hidden.length;
        int columns = hidden[0].length;
        for (int row = 0; row < rows; row++) {
            long[] numbers = new long[columns];
            boolean[] mine = new boolean[columns];
            for (int column = 0; column < columns; column++) {
                numbers[column] = table.rows().get(row).get(column);
                mine[column] = hidden[row][column];
                assertThat(mine[column] || numbers[column] == 0 || numbers[column] >= LIMIT)
                        .isTrue();
            }
            safe(numbers, mine);
        }
        for (int column = 0; column < columns; column++) {
            long[] numbers = new long[rows];
            boolean[] mine = new boolean[rows];
            for (int row = 0; row < rows; row++) {
                numbers[row] = table.rows().get(row).get(column);
                mine[row] = hidden[row][column];
            }
            safe(numbers, mine);
        }
    }

    private static void safe(long[] numbers, boolean[] hidden) {
        int last = numbers.length - 1;
        long sum = 0;
        int count = 0;
        for (int place = 0; place < last; place++) {
            if (hidden[place] && numbers[place] > 0) {
                sum += numbers[place];
                count++;
            }
        }
        if (hidden[last]) {
            assertThat(count > 0 || numbers[last] == 0)
                    .as("the sum is not told by its parts")
                    .isTrue();
        } else {
            assertThat(count == 0 || count > 1 && sum >= LIMIT).isTrue();
        }
    }
}
