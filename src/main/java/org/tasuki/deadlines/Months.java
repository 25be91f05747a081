package org.tasuki.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Text;

/**
 * Months by the calendar (Civil Code art. 143): from the first counted day to the day before the day of the same number;
 * in a month without that number, to the month's last day.
 */
public record Months(int months, FirstDay firstDay, Holiday holiday) implements Limit {

    public Months {
        Limit.atLeast(1, months);
    }

    @Override
    public Instant due(Instant start, BusinessCalendar calendar, @Nullable LocalDate given) {
        return Limit.endOf(holiday.settle(last(firstDay.after(Limit.day(start))), calendar));
    }

    private LocalDate last(LocalDate first) {
        YearMonth month = YearMonth.from(first).plusMonths(months);
        return month.isValidDay(first.getDayOfMonth())
                ? month.atDay(first.getDayOfMonth()).minusDays(1)
                : month.atEndOfMonth();
    }

    @Override
    public boolean byCalendar() {
        return holiday == Holiday.ROLLS_FORWARD;
    }

    @Override
    public Text text() {
        return firstDay.text(new Text(months + "か月", Counted.of(months, "month")));
    }
}
