package org.tasuki.practice.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Japan;

/** How far a class's clock is to jump, as typed: by hours, to the end of the next limit, or to a moment. */
record Jump(boolean toNext, @Nullable Duration by, @Nullable Instant to) {

    /** In one jump; whoever needs more jumps again. */
    private static final Duration MOST = Duration.ofDays(400);

    private static final String NEXT = "next";

    static Jump typed(String typed) {
        if (NEXT.equals(typed)) {
            return new Jump(true, null, null);
        }
        try {
            return typed.startsWith("P")
                    ? new Jump(false, Duration.parse(typed), null)
                    : new Jump(
                            false,
                            null,
                            LocalDateTime.parse(typed).atZone(Japan.ZONE).toInstant());
        } catch (DateTimeParseException | ArithmeticException none) {
            return new Jump(false, null, null);
        }
    }

    /** Empty when it leads nowhere, back, or too far. */
    Optional<Duration> length(Instant now, Supplier<Optional<Instant>> nextLimit) {
        return target(now, nextLimit)
                .map(until -> Duration.between(now, until))
                .filter(length -> !length.isNegative() && !length.isZero() && length.compareTo(MOST) <= 0);
    }

    private Optional<Instant> target(Instant now, Supplier<Optional<Instant>> nextLimit) {
        if (toNext) {
            return nextLimit.get();
        }
        if (by != null) {
            return by.isNegative() || by.compareTo(MOST) > 0 ? Optional.empty() : Optional.of(now.plus(by));
        }
        return Optional.ofNullable(to);
    }
}
