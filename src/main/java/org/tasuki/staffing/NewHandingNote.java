package org.tasuki.staffing;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tasuki.casefile.Refusal;
import org.tasuki.terms.Typing;

/** A note for whoever takes the case, fit to be kept. */
public record NewHandingNote(String lookOut, @Nullable LocalDate nextVisit) {

    public static final int MOST = 4000;

    /** @throws Refusal at the first field that cannot stand */
    public static NewHandingNote of(String lookOut, String nextVisit) {
        String words = Typing.tidy(lookOut);
        if (words.isEmpty()) {
            throw new Refusal("lookOut", "staffing.sheet.lookOut.missing");
        }
        if (Typing.length(words) > MOST) {
            throw new Refusal("lookOut", "staffing.sheet.lookOut.tooLong");
        }
        if (Typing.hostile(words, true)) {
            throw new Refusal("lookOut", "staffing.sheet.lookOut.characters");
        }
        return new NewHandingNote(words, day(nextVisit));
    }

    /** @throws Refusal when the day has passed, or lies so far ahead that it is a slip of the pen */
    void mustLieAhead(LocalDate today) {
        if (nextVisit != null && (nextVisit.isBefore(today) || nextVisit.isAfter(today.plusYears(2)))) {
            throw new Refusal("nextVisit", "staffing.sheet.nextVisit.wrong");
        }
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeException noDay) {
            throw new Refusal("nextVisit", "staffing.sheet.nextVisit.wrong");
        }
    }

    /** Never into a log: it tells of a family. */
    @Override
    public String toString() {
        return "NewHandingNote";
    }
}
