package org.tasuki.inbox;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.tasuki.terms.FiscalYear;

/**
 * How old a child is, as an office speaks of it: by school. A few school years each, so that a list narrowed to one is still a
 * few walks along an index.
 */
public enum AgeBand {
    INFANT(-6, -3),
    PRESCHOOL(-2, 0),
    ELEMENTARY(1, 6),
    JUNIOR_HIGH(7, 9),
    HIGH(10, 12),
    OLDER(13, 20),
    UNKNOWN(0, 0);

    /** The school year of a child born from 2 April to 1 April before school begins: six years old, and then April. */
    private static final int BEFORE_SCHOOL = 6;

    private final int youngest;
    private final int oldest;

    /** @param youngest the grade, 1 being the first year of elementary school */
    AgeBand(int youngest, int oldest) {
        this.youngest = youngest;
        this.oldest = oldest;
    }

    /** The school years of birth (学年) that are in this band on a day, as {@code inbox_item.school_year} has them. */
    Integer[] schoolYears(LocalDate on) {
        if (this == UNKNOWN) {
            return new Integer[] {0};
        }
        int year = FiscalYear.of(on).value();
        return IntStream.rangeClosed(youngest, oldest)
                .mapToObj(grade -> year - grade - BEFORE_SCHOOL)
                .toArray(Integer[]::new);
    }
}
