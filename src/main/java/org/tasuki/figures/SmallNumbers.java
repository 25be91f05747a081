package org.tasuki.figures;

import java.util.ArrayList;
import java.util.List;

/**
 * What is hidden of a figure that leaves the office: numbers from which somebody could be recognised (1 to one below the limit), and
 * beside them so many others that no total gives them away. Nothing at all is no secret, and stays.
 */
final class SmallNumbers {

    private final long limit;

    SmallNumbers(long limit) {
        this.limit = limit;
    }

    boolean small(long n) {
        return n > 0 && n < limit;
    }

    /**
     * Of numbers whose total is shown: small ones, and as long as those that are hidden could be told from the total (there is one only,
     * or together they are still small), the next smallest.
     */
    boolean[] line(List<Long> numbers) {
        boolean[] hidden = new boolean[numbers.size()];
        List<Integer> left = new ArrayList<>();
        long sum = 0;
        int count = 0;
        for (int place = 0; place < hidden.length; place++) {
            hidden[place] = small(numbers.get(place));
            if (hidden[place]) {
                sum += numbers.get(place);
                count++;
            } else if (numbers.get(place) > 0) {
                left.add(place);
            }
        }
        left.sort((one, other) -> Long.compare(numbers.get(one), numbers.get(other)));
        for (int next = 0; count > 0 && (count == 1 || sum < limit) && next < left.size(); next++) {
            hidden[left.get(next)] = true;
            sum += numbers.get(left.get(next));
            count++;
        }
        return hidden;
    }
}
