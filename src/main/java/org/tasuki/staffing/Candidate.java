package org.tasuki.staffing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works at the desk at which a task waits, as the policy and the supervisor see them.
 *
 * @param officer whether they are the case's officer
 * @param hours working time in percent of a full post
 * @param awayUntil null for whoever is here
 * @param substitutes of whoever is away, in order
 * @param cases open cases whose officer they are
 * @param tasks open tasks that they have
 */
public record Candidate(
        String account,
        boolean officer,
        int hours,
        @Nullable String sex,
        Set<String> languages,
        Set<String> skills,
        boolean excluded,
        boolean unlisted,
        @Nullable Instant awayUntil,
        List<String> substitutes,
        int cases,
        int tasks) {

    /** Why somebody may not be given the task at all, whatever else speaks for them. */
    public enum Hindrance {
        /** The case is kept from them (利益相反). */
        EXCLUDED,
        /** The case is restricted, and they are not on its list (閲覧制限). */
        UNLISTED,
        AWAY
    }

    public @Nullable Hindrance hindrance() {
        if (excluded) {
            return Hindrance.EXCLUDED;
        }
        if (unlisted) {
            return Hindrance.UNLISTED;
        }
        return awayUntil == null ? null : Hindrance.AWAY;
    }

    /** Open cases and tasks, as if everybody had a full post. */
    public int load() {
        return (cases + tasks) * 100 / hours;
    }
}
