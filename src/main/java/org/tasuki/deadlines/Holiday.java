package org.tasuki.deadlines;

import java.time.LocalDate;

/** What becomes of a limit whose last day finds the office closed: it stays, unless the rule says that it rolls forward. */
public enum Holiday {
    STAYS,
    ROLLS_FORWARD;

    LocalDate settle(LocalDate last, BusinessCalendar calendar) {
        return this == STAYS ? last : calendar.sameOrNext(last);
    }
}
