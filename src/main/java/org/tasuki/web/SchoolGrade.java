package org.tasuki.web;

import java.time.LocalDate;
import org.tasuki.terms.FiscalYear;

/**
 * The school grade (学年) that a birth date means on a day. School starts on the 1 April after the sixth birthday. Age is
 * reached at the end of the day before the birthday (年齢計算ニ関スル法律), so a child born on 1 April starts with those
 * born before (早生まれ).
 */
record SchoolGrade(int year) {

    private static final int ELEMENTARY = 6;
    private static final int JUNIOR_HIGH = 9;
    private static final int HIGH = 12;
    private static final int KINDERGARTEN_YEARS = 3;

    static SchoolGrade on(LocalDate day, LocalDate birth) {
        int birthYear = FiscalYear.of(birth.minusDays(1)).value();
        return new SchoolGrade(FiscalYear.of(day).value() - birthYear - 6);
    }

    /** A message key: the number of the year goes with it. */
    String key() {
        if (year > HIGH) {
            return "web.grade.after";
        }
        if (year > JUNIOR_HIGH) {
            return "web.grade.high";
        }
        if (year > ELEMENTARY) {
            return "web.grade.juniorHigh";
        }
        return year > 0 ? "web.grade.elementary" : beforeSchool();
    }

    /** The year within its school: 1 for the first year of junior high. */
    int number() {
        if (year > JUNIOR_HIGH) {
            return year - JUNIOR_HIGH;
        }
        return year > ELEMENTARY ? year - ELEMENTARY : year;
    }

    private String beforeSchool() {
        return year > -KINDERGARTEN_YEARS ? "web.grade.kindergarten" : "web.grade.infant";
    }
}
