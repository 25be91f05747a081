package org.tasuki.people.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down those who guess passwords, and nobody else. What counts is who fails from where: a stranger who knows a
 * colleague's account name makes the stranger wait, and never the colleague at their own desk. An address that fails for
 * many accounts waits as a whole, but for the accounts that have signed in from it before: an office goes out by one
 * address. Kept in this node's memory, the least used forgotten first; a restart forgives everybody.
 */
@Component
class SignInPace {

    private static final int FREE_FOR_ONE = 5;
    private static final int FREE_FOR_ADDRESS = 30;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGIVEN_AFTER = Duration.ofHours(1);
    private static final int MOST_KEPT = 20_000;

    private final Clock clock;
    private final Map<Try, Failures> ofOne = bounded();
    private final Map<String, Failures> ofAddress = bounded();
    private final Map<Try, Instant> known = bounded();

    SignInPace(Clock clock) {
        this.clock = clock;
    }

    /** Somebody, or somebody who says so, at an address. */
    record Try(String account, String address) {

        /**
         * A second proof of somebody who has given the password: whoever guesses here knows it already, and waits at whatever
         * address.
         */
        static Try secondOf(String account) {
            return new Try(account, "second " + account);
        }
    }

    private record Failures(int count, Instant last) {

        Duration wait(int free, Instant now) {
            if (count < free) {
                return Duration.ZERO;
            }
            Duration whole = FIRST_WAIT.multipliedBy(1L << Math.min(count - free, 10));
            Duration bounded = whole.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : whole;
            Duration left = Duration.between(now, last.plus(bounded));
            return left.isNegative() ? Duration.ZERO : left;
        }
    }

    /** How long until this one may try again; zero when at once. */
    synchronized Duration wait(Try one) {
        Instant now = clock.instant();
        Duration own = failures(ofOne, one, now).wait(FREE_FOR_ONE, now);
        Duration everybodys = known.containsKey(one)
                ? Duration.ZERO
                : failures(ofAddress, one.address(), now).wait(FREE_FOR_ADDRESS, now);
        return own.compareTo(everybodys) > 0 ? own : everybodys;
    }

    /** As {@link #wait}, and counts as failed until it {@link #succeeded}: a thousand at once are a thousand. */
    synchronized Duration begin(Try one) {
        Duration wait = wait(one);
        if (wait.isZero()) {
            failed(one);
        }
        return wait;
    }

    synchronized void failed(Try one) {
        Instant now = clock.instant();
        ofOne.put(one, new Failures(failures(ofOne, one, now).count() + 1, now));
        failedAt(one.address());
    }

    /** Somebody who did not say who they are. */
    synchronized void failedAt(String address) {
        Instant now = clock.instant();
        ofAddress.put(address, new Failures(failures(ofAddress, address, now).count() + 1, now));
    }

    synchronized void succeeded(Try one) {
        ofOne.remove(one);
        known.put(one, clock.instant());
    }

    private static <K> Failures failures(Map<K, Failures> kept, K key, Instant now) {
        Failures failures = kept.get(key);
        return failures == null || failures.last().plus(FORGIVEN_AFTER).isBefore(now) ? new Failures(0, now) : failures;
    }

    private static <K, V> Map<K, V> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > MOST_KEPT;
            }
        };
    }
}
