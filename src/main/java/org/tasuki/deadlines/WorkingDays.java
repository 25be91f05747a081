package org.tasuki.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Japan;
import org.tasuki.terms.Text;

/**
 * Days on which the authority works, by its own calendar. The day of the start is never counted, so that what comes in at
 * closing time still has its day; the last day ends when the office closes.
 */
public record WorkingDays(int days) implements Limit {

    public WorkingDays {
        Limit.atLeast(1, days);
    }

    @Override
    public Instant due(Instant start, BusinessCalendar calendar, @Nullable LocalDate given) {
        LocalDate last = calendar.plus(Limit.day(start), days);
        return last.atTime(calendar.closes(last)).atZone(Japan.ZONE).toInstant();
    }

    @Override
    public boolean byCalendar() {
        return true;
    }

    @Override
    public Text text() {
        return new Text(days + "開庁日", Counted.of(days, "working day"));
    }
}
