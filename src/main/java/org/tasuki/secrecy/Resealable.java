package org.tasuki.secrecy;

import org.jspecify.annotations.Nullable;

/** A table of sealed words, as far as the actor may see it, which goes along when keys are rotated. */
public interface Resealable {

    /** What its rows are counted as, and in whose name they are sealed. */
    enum Kind {
        ANSWERS,
        DRAFTS,
        DOCUMENTS,
        FACTORS;

        /** The writer's alone; everything else is the center's. */
        public boolean isPersonal() {
            return this == DRAFTS || this == FACTORS;
        }
    }

    /**
     * What one batch did, and where the next begins.
     *
     * @param unreadable what no key opens; it stays as it is
     * @param last null when there is no next
     */
    record Batch(int sealed, int unreadable, @Nullable String last) {

        public static final Batch NOTHING = new Batch(0, 0, null);

        public Batch plus(Batch next) {
            return new Batch(sealed + next.sealed, unreadable + next.unreadable, next.last);
        }
    }

    Kind kind();

    /**
     * Seals the next rows after this one under the newest key, in the order of their keys. Called in a transaction.
     *
     * @param all what older keys sealed as well, not only what lies there in plain words
     * @param after a row's key; empty for the first
     */
    Batch next(boolean all, String after);
}
