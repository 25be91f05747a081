package org.tasuki.figures.web;

import org.jspecify.annotations.Nullable;
import org.tasuki.figures.By;
import org.tasuki.figures.Taking;
import org.tasuki.figures.Taking.Audience;
import org.tasuki.figures.Taking.Format;
import org.tasuki.terms.FiscalYear;
import org.tasuki.terms.Typing;

/**
 * What was typed to take the figures out.
 *
 * @param problem a message key of what is wrong with the reason, or null
 * @param audienceProblem the same of whom they are for
 */
record TakingSheet(
        String audience, String format, String reason, @Nullable String problem, @Nullable String audienceProblem) {

    static final TakingSheet EMPTY = new TakingSheet("inside", "xlsx", "", null, null);

    /** What is chosen of neither is an address typed by hand: it gets the usual. */
    static TakingSheet of(By by, String audience, String format, String reason) {
        String typed = Typing.tidy(reason);
        boolean outside = Audience.find(audience).orElse(Audience.INSIDE) == Audience.OUTSIDE;
        return new TakingSheet(
                Audience.find(audience).map(Audience::key).orElse(EMPTY.audience),
                Format.find(format).map(Format::key).orElse(EMPTY.format),
                Typing.visible(typed),
                problem(typed),
                outside && by == By.OFFICER ? "figures.taking.officer" : null);
    }

    private static @Nullable String problem(String reason) {
        if (reason.isEmpty()) {
            return "figures.taking.reason.missing";
        }
        return Typing.length(reason) > Taking.LONGEST_REASON || Typing.hostile(reason, false)
                ? "figures.taking.reason.long"
                : null;
    }

    boolean refused() {
        return problem != null || audienceProblem != null;
    }

    Taking taking(FiscalYear year, By by) {
        return new Taking(
                year,
                by,
                Audience.find(audience).orElse(Audience.OUTSIDE),
                Format.find(format).orElse(Format.XLSX),
                reason);
    }
}
