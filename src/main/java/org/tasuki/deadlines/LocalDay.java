package org.tasuki.deadlines;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A day on which one office differs from the others: closed, such as 慰霊の日 in Okinawa, or open beside its week.
 *
 * @param hours null when it is closed
 * @param remark why, as the office calls it
 */
public record LocalDay(LocalDate day, @Nullable OpenHours hours, String remark) {

    Optional<OpenHours> open() {
        return Optional.ofNullable(hours);
    }
}
