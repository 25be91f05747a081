package org.tasuki.audit;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a check of one chain found.
 *
 * @param center the center, or {@code ""} for what belongs to none
 * @param entries how many links were walked
 * @param broken the first break, or null when the chain is whole
 * @param waiting entries that have no link yet; whether they were changed cannot be told
 * @param oldestWaiting when the oldest of them was recorded
 * @param head the entries that the last signed head vouches for, 0 without one
 * @param headAt when that was
 */
public record Verdict(
        String center,
        long entries,
        @Nullable Break broken,
        long waiting,
        @Nullable Instant oldestWaiting,
        long head,
        @Nullable Instant headAt) {

    public enum Fault {
        /** The entry does not say what it said when it was sealed. */
        CHANGED,
        /** The chain has a link for it; the entry is gone. */
        MISSING,
        /** The entry is gone from its place in the chain, link and all. */
        UNLINKED,
        /** Entries or links have changed places. */
        REORDERED,
        /** It was put among entries that are older, or bears another time than that of its recording. */
        INSERTED,
        /** A signed head vouches for more than there is: the end was cut off behind this entry. */
        TRUNCATED,
        /** The chain is sound in itself, but it is not the one that was signed. */
        REWRITTEN,
        /** A head whose signature is not that of the key. */
        FORGED_HEAD;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param entry the number of the entry, or 0 where none is left to name */
    public record Break(Fault fault, long seq, long entry) {}

    public boolean whole() {
        return broken == null;
    }
}
