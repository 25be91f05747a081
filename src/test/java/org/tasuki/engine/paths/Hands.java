package org.tasuki.engine.paths;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.tasuki.terms.Japan;

/** The house's own clock, whose hands a test can turn. */
final class Hands extends Clock {

    private volatile Instant now = Instant.parse("2026-11-18T01:00:00Z");

    /** It is this moment in Japan. */
    void at(String moment) {
        now = LocalDateTime.parse(moment).atZone(Japan.ZONE).toInstant();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
        return Japan.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
