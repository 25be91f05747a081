package org.tasuki.web;

import java.time.Duration;

/** A length of time in the one unit that a person would say: minutes to an hour, hours to two days, then days. */
record Span(long count, Unit unit) {

    private static final long LAST_HOURS = 48;

    enum Unit {
        MINUTES("minutes"),
        HOURS("hours"),
        DAYS("days");

        private final String key;

        Unit(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    /** Rounds down: "2 h left" promises two whole hours. */
    static Span of(Duration duration) {
        Duration length = duration.abs();
        if (length.toHours() < 1) {
            return new Span(length.toMinutes(), Unit.MINUTES);
        }
        return length.toHours() < LAST_HOURS
                ? new Span(length.toHours(), Unit.HOURS)
                : new Span(length.toDays(), Unit.DAYS);
    }
}
