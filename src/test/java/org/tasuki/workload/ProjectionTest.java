package org.tasuki.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tasuki.workload.Projection.Month;
import org.tasuki.workload.Projection.Plan;

/** Two officers from April: the sum that the page's formula says, done by hand. */
class ProjectionTest {

    /** Four officers end 8 cases a week, which is two each. */
    private static final Projection OFFICE = new Projection(LocalDate.parse("2027-03-18"), 200, 4, 8);

    @Test
    void theRestOfThisMonthAndThenWholeMonths() {
        List<Month> months = OFFICE.of(new Plan(2, YearMonth.parse("2027-04"), 15, 2));
        // 18 to 31 March are 14 days: two weeks of 15 that come and 8 that end.
        assertThat(months.get(0).end()).isEqualTo("2027-03-31");
        assertThat(months.get(0).open()).isCloseTo(214, within(1e-9));
        assertThat(months.get(0).each()).isCloseTo(53.5, within(1e-9));
        // 30 days of 15 that come, and 12 that six officers end.
        assertThat(months.get(1).open()).isCloseTo(214 + 30 / 7.0 * 3, within(1e-9));
        assertThat(months.get(1).posts()).isEqualTo(6);
    }

    @Test
    void asItIsNothingMovesWhenAsManyComeAsEnd() {
        assertThat(OFFICE.of(new Plan(0, YearMonth.parse("2027-03"), 8, 24)))
                .hasSize(24)
                .allMatch(month -> Math.abs(month.open() - 200) < 1e-6);
    }

    @Test
    void thereAreNeverFewerThanNoCases() {
        assertThat(OFFICE.of(new Plan(20, YearMonth.parse("2027-03"), 0, 12))
                        .get(11)
                        .open())
                .isZero();
    }

    @Test
    void fewerOfficersCarryMoreEach() {
        Month month = OFFICE.of(new Plan(-3, YearMonth.parse("2027-03"), 8, 1)).get(0);
        assertThat(month.posts()).isEqualTo(1);
        assertThat(month.each()).isCloseTo(200 + 2 * (8 - 2), within(1e-9));
    }
}
