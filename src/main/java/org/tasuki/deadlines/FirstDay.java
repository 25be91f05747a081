package org.tasuki.deadlines;

import java.time.LocalDate;
import org.tasuki.terms.Text;

/**
 * Which day is day 1. The Civil Code (art. 140) leaves the day of the start out; a law that says 起算して counts it in.
 * The article's exception for a start at exactly 0:00 is not taken: a fact recorded as a date alone arrives as that
 * midnight, and would lose a day.
 */
public enum FirstDay {
    START_DAY,
    NEXT_DAY;

    LocalDate after(LocalDate start) {
        return this == START_DAY ? start : start.plusDays(1);
    }

    /** Says so where the start day counts, because a reader expects the opposite. */
    Text text(Text limit) {
        return this == START_DAY ? new Text(limit.ja() + "（開始日を含む）", limit.en() + ", start day included") : limit;
    }
}
