package org.tasuki.figures;

import org.jspecify.annotations.Nullable;

/**
 * What came out for one kind in one year.
 *
 * @param middle the median of the lengths of time, in the figure's unit
 * @param most nine in ten took no longer
 * @param within how many kept to what is asked, of {@code judged}
 */
public record Count(long n, @Nullable Double middle, @Nullable Double most, long within, long judged, Hidden hidden) {

    public static final Count NOTHING = new Count(0, null, null, 0, 0, Hidden.NOTHING);

    /** What of it is not told outside. */
    public enum Hidden {
        NOTHING,
        /** How many kept to it, and how many did not. */
        PARTS,
        ALL
    }

    Count hiding(Hidden what) {
        return what == Hidden.NOTHING ? this : new Count(n, middle, most, within, judged, what);
    }

    /** What is hidden already stays so. */
    Count hidingParts() {
        return hidden == Hidden.NOTHING ? hiding(Hidden.PARTS) : this;
    }

    public boolean gone() {
        return hidden == Hidden.ALL;
    }
}
