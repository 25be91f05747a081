package org.tasuki.workload.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tasuki.people.Sections.Section;
import org.tasuki.staffing.Absence;
import org.tasuki.workload.Carried;
import org.tasuki.workload.LoadRules;
import org.tasuki.workload.Workload;

/** The page's numbers as its template writes them. */
final class Figures {

    private Figures() {}

    /**
     * A line of the table.
     *
     * @param own whether it is of officers, who have a plan
     * @param section that the officer is in, or null
     * @param over cases above the plan; negative below it
     * @param fill of the bar, whose middle is the plan, in percent
     * @param days since the oldest open case was opened, or null without one
     */
    record Row(
            String whose,
            String link,
            String name,
            @Nullable String section,
            boolean own,
            int hours,
            int cases,
            int planned,
            int over,
            int fill,
            String weighted,
            int late,
            int soon,
            @Nullable Long days,
            @Nullable Away away,
            int opened,
            String openedAWeek,
            int closed,
            String closedAWeek) {}

    /**
     * A line by section. Where it is no section's, it has no plan, and no supervisors of its own.
     *
     * @param posts full posts, or null
     * @param ratio officers for each supervisor, or null without one
     */
    record Unit(
            Row row,
            @Nullable String key,
            int officers,
            @Nullable String posts,
            int supervisors,
            int supervisorsPlanned,
            @Nullable String ratio) {}

    record Away(boolean now, Instant from, Instant until) {}

    /** @param needed full posts that the plan asks for with so many cases */
    record Whole(
            int cases,
            String weighted,
            int officers,
            String posts,
            int planned,
            int over,
            int fill,
            @Nullable String each,
            int needed,
            int supervisors,
            int supervisorsPlanned,
            @Nullable String ratio,
            String openedAWeek,
            String closedAWeek) {}

    static Row row(
            Carried line,
            String link,
            String name,
            @Nullable String section,
            @Nullable Absence absence,
            Instant now,
            LoadRules rules) {
        int planned = rules.plannedCases(line.hours());
        return new Row(
                line.whose().name().toLowerCase(Locale.ROOT),
                link,
                name,
                section,
                planned(line.whose()),
                line.hours(),
                line.cases(),
                planned,
                line.cases() - planned,
                fill(line.cases(), planned),
                oneDecimal(line.weighted().doubleValue()),
                line.late(),
                line.soon(),
                days(line.oldest(), now),
                absence == null ? null : new Away(absence.covers(now), absence.from(), absence.until()),
                line.opened().lastWeek(),
                oneDecimal(line.opened().aWeek()),
                line.closed().lastWeek(),
                oneDecimal(line.closed().aWeek()));
    }

    /** @param section null where the line is no section's */
    static Unit unit(Row row, Carried line, int officers, @Nullable Section section, LoadRules rules) {
        boolean posts = line.whose() == Carried.Whose.SECTION || line.whose() == Carried.Whose.UNPLACED;
        int supervisors = section == null ? 0 : section.supervisors();
        return new Unit(
                row,
                section == null ? null : section.key(),
                officers,
                posts ? oneDecimal(line.hours() / 100.0) : null,
                supervisors,
                rules.supervisorsFor(officers),
                supervisors == 0 ? null : oneDecimal((double) officers / supervisors));
    }

    static Whole whole(Workload.Now now, LoadRules rules) {
        Carried all = now.whole();
        int officers = now.officers().size();
        int planned = (int) Math.round(rules.plannedCases() * now.posts());
        return new Whole(
                all.cases(),
                oneDecimal(all.weighted().doubleValue()),
                officers,
                oneDecimal(now.posts()),
                planned,
                all.cases() - planned,
                fill(all.cases(), planned),
                now.posts() == 0 ? null : oneDecimal(all.cases() / now.posts()),
                (all.cases() + rules.plannedCases() - 1) / rules.plannedCases(),
                now.supervisors(),
                rules.supervisorsFor(officers),
                now.supervisors() == 0 ? null : oneDecimal((double) officers / now.supervisors()),
                oneDecimal(all.opened().aWeek()),
                oneDecimal(all.closed().aWeek()));
    }

    private static boolean planned(Carried.Whose whose) {
        return whose != Carried.Whose.NOBODY && whose != Carried.Whose.OTHERS;
    }

    static double rounded(double number) {
        return Double.parseDouble(oneDecimal(number));
    }

    static String oneDecimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static int fill(int cases, int planned) {
        return planned == 0 ? 0 : (int) Math.min(100, 50L * cases / planned);
    }

    private static @Nullable Long days(@Nullable Instant oldest, Instant now) {
        return oldest == null ? null : Math.max(0, Duration.between(oldest, now).toDays());
    }
}
