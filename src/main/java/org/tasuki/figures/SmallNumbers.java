package org.tasuki.figures;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is hidden of a figure that leaves the office: numbers from which somebody could be recognised (1 to one below the limit), and
 * beside them so many others that no total gives them away. Nothing at all is no secret, and stays.
 */
public final class SmallNumbers {

    private final long limit;

    /** @param limit the least number that is told */
    public SmallNumbers(long limit) {
        this.limit = limit;
    }

    public boolean small(long n) {
        return n > 0 && n < limit;
    }

    /** What of a table's line is not told. */
    interface Untold {

        /** Whether it must not be told, whatever its number is. */
        boolean kept(int place);

        /** Whether what these places are together may be found out. */
        boolean enough(Set<Integer> hidden);
    }

    static final Untold ALL_MAY_BE_TOLD = new Untold() {
        @Override
        public boolean kept(int place) {
            return false;
        }

        @Override
        public boolean enough(Set<Integer> hidden) {
            return true;
        }
    };

    /** Which of them are hidden, where their total is shown. */
    public boolean[] line(List<Long> numbers) {
        return line(numbers, ALL_MAY_BE_TOLD);
    }

    /**
     * Of numbers whose total is shown: small ones, and those that must not be told. Then, as long as what is hidden could be told from the
     * total (there is one only, or together they are still small, or may not be found out), the next smallest.
     */
    boolean[] line(List<Long> numbers, Untold untold) {
        boolean[] hidden = new boolean[numbers.size()];
        Set<Integer> places = new HashSet<>();
        List<Integer> left = new ArrayList<>();
        for (int place = 0; place < hidden.length; place++) {
            if (small(numbers.get(place)) || untold.kept(place)) {
                places.add(place);
            } else if (numbers.get(place) > 0) {
                left.add(place);
            }
        }
        left.sort((one, other) -> Long.compare(numbers.get(one), numbers.get(other)));
        for (int next = 0; told(places, numbers, untold) && next < left.size(); next++) {
            places.add(left.get(next));
        }
        places.forEach(place -> hidden[place] = true);
        return hidden;
    }

    private boolean told(Set<Integer> hidden, List<Long> numbers, Untold untold) {
        long sum = hidden.stream().mapToLong(numbers::get).sum();
        return !hidden.isEmpty() && (hidden.size() == 1 || sum < limit || !untold.enough(hidden));
    }
}
