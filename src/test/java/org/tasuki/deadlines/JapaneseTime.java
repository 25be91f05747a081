package org.tasuki.deadlines;

import java.time.Instant;
import java.time.LocalDateTime;
import org.tasuki.terms.Japan;

/** Instants written as a clock in the office shows them. */
final class JapaneseTime {

    private JapaneseTime() {}

    static Instant at(String dateTime) {
        return LocalDateTime.parse(dateTime).atZone(Japan.ZONE).toInstant();
    }
}
