package org.tasuki.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Text;

/** Hours that run through nights and holidays, counted from the instant of the start; 0 means at once. */
public record CalendarHours(int hours) implements Limit {

    public CalendarHours {
        Limit.atLeast(0, hours);
    }

    @Override
    public Instant due(Instant start, BusinessCalendar calendar, @Nullable LocalDate given) {
        return start.plus(Duration.ofHours(hours));
    }

    @Override
    public boolean byCalendar() {
        return false;
    }

    @Override
    public Text text() {
        return hours == 0 ? new Text("直ちに", "at once") : new Text(hours + "時間", hours + " h");
    }
}
