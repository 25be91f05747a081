package org.tasuki.figures;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Of a table by section in one year: lines that are as good as one officer's own figures are not told, nor is what is hidden together,
 * until enough officers stand behind it.
 */
record FewHands(Hands hands, Metric metric, int year, List<String> sections, List<Long> numbers, int least)
        implements SmallNumbers.Untold {

    /** Where there is nothing at all, the total says so of each line. */
    @Override
    public boolean kept(int place) {
        return numbers.stream().anyMatch(n -> n > 0)
                && hands.few(metric, year, sections.get(place), numbers.get(place), least);
    }

    @Override
    public boolean enough(Set<Integer> hidden) {
        return hands.behind(metric, year, hidden.stream().map(sections::get).collect(Collectors.toSet())) >= least;
    }
}
