package org.tasuki.deadlines;

import java.time.LocalTime;

/** From when until when an office is open on one day, in Japanese time. */
public record OpenHours(LocalTime opens, LocalTime closes) {

    /** Opens after it closes, or at once. */
    public static boolean reversed(LocalTime opens, LocalTime closes) {
        return !opens.isBefore(closes);
    }

    public OpenHours {
        if (reversed(opens, closes)) {
            throw new IllegalArgumentException(
                    "an office that opens at %s cannot close at %s".formatted(opens, closes));
        }
    }
}
