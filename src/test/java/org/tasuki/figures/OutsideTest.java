package org.tasuki.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tasuki.figures.Count.Hidden;
import org.tasuki.terms.FiscalYear;

/** By section, what one line hides no other line gives away, and no officer is told at all. */
class OutsideTest {

    private static final FiscalYear YEAR = new FiscalYear(2028);

    private final Outside outside = new Outside(10);

    @Test
    void whereOneSectionsPartsAreSmallNoSectionsAreTold() {
        List<Table> told = outside.cover(List.of(
                table(new SafetyConfirmation(), line("east", 40, 25, 40), line("west", 40, 37, 40)),
                table(new LateCauses(), line("east", 15, 0, 0), line("west", 3, 0, 0))));
        assertThat(told.get(0).lines())
                .extracting(line -> line.now().hidden())
                .as("3 of west were late, which the total and east would tell")
                .containsExactly(Hidden.PARTS, Hidden.PARTS);
        assertThat(told.get(0).total().now().hidden()).isEqualTo(Hidden.NOTHING);
        assertThat(told.get(1).lines()).extracting(line -> line.now().hidden()).containsExactly(Hidden.ALL, Hidden.ALL);
        assertThat(told.get(1).total().now().hidden()).isEqualTo(Hidden.NOTHING);
    }

    @Test
    void aSectionWhoseNumberIsHiddenStaysHiddenWhole() {
        Table told = outside.cover(List.of(table(
                        new SafetyConfirmation(),
                        line("east", 4, 4, 4),
                        line("south", 60, 30, 60),
                        line("west", 50, 25, 50))))
                .get(0);
        assertThat(told.lines())
                .extracting(line -> line.now().hidden())
                .as("4, and the next smallest that would tell it; of the third the number alone")
                .containsExactly(Hidden.ALL, Hidden.PARTS, Hidden.ALL);
    }

    @Test
    void whereNothingIsSmallAllIsTold() {
        Table told = outside.cover(
                        List.of(table(new SafetyConfirmation(), line("east", 40, 25, 40), line("west", 40, 20, 40))))
                .get(0);
        assertThat(told.lines()).allMatch(line -> line.now().hidden() == Hidden.NOTHING);
    }

    @Test
    void officersAreNotToldAtAll() {
        assertThat(outside.cover(List.of(
                        new Table(new Split(new Closings(), By.OFFICER), YEAR, List.of(), line("", 99, 0, 0)),
                        new Table(Accepted.BY_OFFICER, YEAR, List.of(), line("", 99, 0, 0)))))
                .isEmpty();
    }

    private static Table table(Metric of, Table.Line... lines) {
        long n = List.of(lines).stream().mapToLong(line -> line.now().n()).sum();
        long within =
                List.of(lines).stream().mapToLong(line -> line.now().within()).sum();
        long judged =
                List.of(lines).stream().mapToLong(line -> line.now().judged()).sum();
        return new Table(new Split(of, By.SECTION), YEAR, List.of(lines), line("", n, within, judged));
    }

    private static Table.Line line(String cell, long n, long within, long judged) {
        return new Table.Line(cell, new Count(n, null, null, within, judged, Hidden.NOTHING), Count.NOTHING);
    }
}
