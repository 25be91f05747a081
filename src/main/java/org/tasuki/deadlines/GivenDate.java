package org.tasuki.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Text;

/** A date that somebody else sets, such as a court, recorded in the case as a fact of this name; the day counts whole. */
public record GivenDate(String fact, Holiday holiday) implements Limit {

    /** A date that has passed before the clock starts is due at the start: late news is no reason to stop the case. */
    @Override
    public Instant due(Instant start, BusinessCalendar calendar, @Nullable LocalDate given) {
        if (given == null) {
            throw new IllegalArgumentException("no date is given; record the fact \"" + fact + "\" first");
        }
        Instant end = Limit.endOf(holiday.settle(given, calendar));
        return end.isBefore(start) ? start : end;
    }

    @Override
    public boolean byCalendar() {
        return holiday == Holiday.ROLLS_FORWARD;
    }

    @Override
    public Text text() {
        return new Text("定められた日", "on the date given");
    }
}
