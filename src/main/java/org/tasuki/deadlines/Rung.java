package org.tasuki.deadlines;

import java.time.Duration;
import java.time.Instant;

/** A rung of the ladder up which a missed limit goes: the key of a role, and how long after the limit it hears of it. */
public record Rung(String to, Duration after) {

    public Instant at(Instant due) {
        return due.plus(after);
    }
}
