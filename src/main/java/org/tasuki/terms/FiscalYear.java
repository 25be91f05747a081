package org.tasuki.terms;

import java.time.LocalDate;
import java.time.Month;

/** A Japanese fiscal year (年度): 1 April of the named year to 31 March of the next. */
public record FiscalYear(int value) implements Comparable<FiscalYear> {

    public static FiscalYear of(LocalDate date) {
        return new FiscalYear(date.getMonth().compareTo(Month.APRIL) < 0 ? date.getYear() - 1 : date.getYear());
    }

    public LocalDate start() {
        return LocalDate.of(value, Month.APRIL, 1);
    }

    public LocalDate end() {
        return start().plusYears(1).minusDays(1);
    }

    @Override
    public int compareTo(FiscalYear other) {
        return Integer.compare(value, other.value);
    }
}
