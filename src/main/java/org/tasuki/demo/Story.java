package org.tasuki.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One case before it is told: when it begins, what it is about, who is in it.
 *
 * @param anchor the moment up to which the office's year is told; everything is relative to it
 * @param arrival when the landmark's task is to be born; the anchor where there is no landmark
 * @param urgent judged at once, in an emergency meeting
 * @param landmark the step at which it is to stand, if any
 */
record Story(
        int seq,
        Dice dice,
        Instant anchor,
        Instant opened,
        Instant arrival,
        boolean urgent,
        String kindName,
        Kind kind,
        @Nullable Landmark landmark,
        Facts facts) {

    /** A decision made beforehand, because the case is to come to its landmark. */
    @Nullable
    String plotted(String decision) {
        return landmark == null ? null : landmark.plot().get(decision);
    }
}
