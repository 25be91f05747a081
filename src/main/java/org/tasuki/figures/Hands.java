package org.tasuki.figures;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Who stands behind the numbers of a file by section (係別): told outside is only what enough officers did together. */
public record Hands(List<Hand> all) {

    /** Where nothing is broken down by section. */
    public static final Hands NONE = new Hands(List.of());

    /** Cases that nobody is in charge of are no officer's figures. */
    private static final String NOBODY = "-";

    /** An officer whose cases a figure counts in a section's line of a fiscal year. */
    public record Hand(String metric, int year, String section, String officer) {}

    /** As the lines of all tables are called: a section without a line in one of them would tell that it has nothing there. */
    Set<String> sections() {
        return all.stream().map(Hand::section).collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many officers' figures these lines are together. */
    int behind(Metric metric, int year, Set<String> sections) {
        return officers(
                hand -> hand.year() == year && hand.metric().equals(metric.key()) && sections.contains(hand.section()));
    }

    /**
     * Whether a line is as good as somebody's own: too few officers of that section have anything in that year, so that its zeros are
     * theirs as well; or too few have something in this figure.
     */
    boolean few(Metric metric, int year, String section, long n, int least) {
        return !section.equals(NOBODY)
                && (officers(hand -> hand.year() == year && hand.section().equals(section)) < least
                        || n > 0 && behind(metric, year, Set.of(section)) < least);
    }

    private int officers(Predicate<Hand> which) {
        return (int) all.stream().filter(which).map(Hand::officer).distinct().count();
    }
}
