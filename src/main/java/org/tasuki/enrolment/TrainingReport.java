package org.tasuki.enrolment;

import java.util.List;
import org.tasuki.courses.Audience;
import org.tasuki.terms.FiscalYear;

/**
 * The training of a fiscal year (研修実績), beside the year before.
 *
 * @param total over all lines; a session that several offices came to counts once in it
 */
public record TrainingReport(FiscalYear year, List<Line> lines, Both total) {

    /** @param office its key, or {@link Guests#ELSEWHERE} */
    public record Line(String office, Audience audience, Both numbers) {}

    public record Both(Numbers now, Numbers before) {}
}
