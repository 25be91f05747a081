package org.tasuki.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.tasuki.people.web.SignInPace.Try;

/** Guessing slows down the guesser, and not the person whose account is guessed at. */
class SignInPaceTests {

    private static final Try STRANGER = new Try("officer", "203.0.113.9");
    private static final Try COLLEAGUE = new Try("officer", "10.0.0.5");

    private final Watch watch = new Watch();
    private final SignInPace pace = new SignInPace(watch);

    @Test
    void aFewSlipsAreFree() {
        fails(STRANGER, 4);
        assertThat(pace.wait(STRANGER)).isZero();
    }

    @Test
    void theWaitDoublesAndHasAnEnd() {
        fails(STRANGER, 5);
        assertThat(pace.wait(STRANGER)).isEqualTo(Duration.ofSeconds(10));
        fails(STRANGER, 1);
        assertThat(pace.wait(STRANGER)).isEqualTo(Duration.ofSeconds(20));
        watch.passes(Duration.ofSeconds(20));
        assertThat(pace.wait(STRANGER)).isZero();
        fails(STRANGER, 1000);
        assertThat(pace.wait(STRANGER)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void aStrangerLocksNoColleagueOut() {
        fails(STRANGER, 500);
        assertThat(pace.wait(COLLEAGUE)).isZero();
    }

    @Test
    void anAddressThatTriesManyAccountsWaitsButForThoseWhoAreKnownThere() {
        pace.succeeded(COLLEAGUE);
        for (int i = 0; i < 30; i++) {
            pace.failed(new Try("account-" + i, COLLEAGUE.address()));
        }
        assertThat(pace.wait(new Try("another", COLLEAGUE.address()))).isPositive();
        assertThat(pace.wait(COLLEAGUE)).isZero();
    }

    @Test
    void anUnknownAccountWaitsLikeAKnownOne() {
        Try unknown = new Try("no-such-account", "203.0.113.10");
        fails(STRANGER, 6);
        fails(unknown, 6);
        assertThat(pace.wait(unknown)).isEqualTo(pace.wait(STRANGER));
    }

    @Test
    void successAndAnHourForgive() {
        fails(STRANGER, 9);
        pace.succeeded(STRANGER);
        assertThat(pace.wait(STRANGER)).isZero();
        fails(COLLEAGUE, 9);
        watch.passes(Duration.ofMinutes(61));
        fails(COLLEAGUE, 1);
        assertThat(pace.wait(COLLEAGUE)).isZero();
    }

    @Test
    void whatIsKeptHasABound() {
        fails(STRANGER, 5);
        for (int i = 0; i < 20_000; i++) {
            pace.failed(new Try("account-" + i, "198.51.100." + i));
        }
        assertThat(pace.wait(STRANGER)).isZero();
    }

    private void fails(Try one, int times) {
        for (int i = 0; i < times; i++) {
            pace.failed(one);
        }
    }

    private static final class Watch extends Clock {

        private Instant now = Instant.parse("2026-11-24T00:00:00Z");

        void passes(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
