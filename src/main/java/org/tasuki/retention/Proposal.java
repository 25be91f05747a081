package org.tasuki.retention;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tasuki.casefile.EndingReason;
import org.tasuki.casefile.Refusal;

/**
 * What one person proposes: to erase, or to keep longer.
 *
 * @param keepUntil null: erase
 */
public record Proposal(@Nullable LocalDate keepUntil, EndingReason reason) {

    private static final int MOST_YEARS = 100;

    /** @throws Refusal when no choice was made, or the day or the reason cannot stand */
    public static Proposal of(String choice, String until, String reason, LocalDate today) {
        return switch (choice) {
            case "erase" -> new Proposal(null, new EndingReason(reason));
            case "keep" -> new Proposal(day(until, today), new EndingReason(reason));
            default -> throw new Refusal("choice", "retention.choice.missing");
        };
    }

    boolean erases() {
        return keepUntil == null;
    }

    private static LocalDate day(String until, LocalDate today) {
        try {
            LocalDate day = LocalDate.parse(until);
            if (day.isAfter(today) && day.isBefore(today.plusYears(MOST_YEARS))) {
                return day;
            }
        } catch (DateTimeException noDay) {
            // the same advice as for a day that has passed
        }
        throw new Refusal("until", "retention.until.wrong");
    }
}
