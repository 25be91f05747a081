package org.tasuki.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Text;

/** Days that run through holidays; the last one counts whole. */
public record CalendarDays(int days, FirstDay firstDay, Holiday holiday) implements Limit {

    public CalendarDays {
        Limit.atLeast(1, days);
    }

    @Override
    public Instant due(Instant start, BusinessCalendar calendar, @Nullable LocalDate given) {
        LocalDate last = firstDay.after(Limit.day(start)).plusDays(days - 1L);
        return Limit.endOf(holiday.settle(last, calendar));
    }

    @Override
    public boolean byCalendar() {
        return holiday == Holiday.ROLLS_FORWARD;
    }

    @Override
    public Text text() {
        return firstDay.text(new Text(days + "日", Counted.of(days, "day")));
    }
}
