package org.tasuki.workload;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What would come of it (見込み): open cases at the end of each month, if as many come as is said, and each officer ends as many a
 * week as they did on average. A sum on paper, not a forecast: the formula stands on the page.
 *
 * @param open cases today
 * @param posts officers today, as full posts
 * @param closedAWeek by all of them together
 */
public record Projection(LocalDate today, int open, double posts, double closedAWeek) {

    /**
     * @param change so many full posts more, or fewer
     * @param from the first month in which they count
     */
    public record Plan(int change, YearMonth from, double newAWeek, int months) {}

    public record Month(LocalDate end, double open, double posts) {

        public double each() {
            return open / posts;
        }
    }

    /** How many cases one officer ends in a week. */
    public double closedByOne() {
        return posts == 0 ? 0 : closedAWeek / posts;
    }

    /** Beginning with the end of this month. The plan leaves at least part of a post. */
    public List<Month> of(Plan plan) {
        List<Month> months = new ArrayList<>();
        LocalDate day = today;
        double cases = open;
        for (int i = 0; i < plan.months(); i++) {
            YearMonth month = YearMonth.from(today).plusMonths(i);
            double there = month.isBefore(plan.from()) ? posts : posts + plan.change();
            LocalDate next = month.plusMonths(1).atDay(1);
            double weeks = ChronoUnit.DAYS.between(day, next) / 7.0;
            cases = Math.max(0, cases + weeks * (plan.newAWeek() - closedByOne() * there));
            months.add(new Month(month.atEndOfMonth(), cases, there));
            day = next;
        }
        return months;
    }
}
