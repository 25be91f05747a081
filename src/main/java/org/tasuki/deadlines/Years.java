package org.tasuki.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Text;

/** Years by the calendar (Civil Code art. 143): twelve months each. */
public record Years(int years, FirstDay firstDay, Holiday holiday) implements Limit {

    public Years {
        Limit.atLeast(1, years);
    }

    @Override
    public Instant due(Instant start, BusinessCalendar calendar, @Nullable LocalDate given) {
        return new Months(Math.multiplyExact(12, years), firstDay, holiday).due(start, calendar, given);
    }

    @Override
    public boolean byCalendar() {
        return holiday == Holiday.ROLLS_FORWARD;
    }

    @Override
    public Text text() {
        return firstDay.text(new Text(years + "年", Counted.of(years, "year")));
    }
}
