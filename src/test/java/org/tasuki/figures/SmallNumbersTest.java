package org.tasuki.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Nobody who knows the total and what is shown finds a small number. */
class SmallNumbersTest {

    private static final int LIMIT = 10;

    private final SmallNumbers small = new SmallNumbers(LIMIT);

    @Test
    void aSmallNumberTakesTheNextSmallestWithIt() {
        assertThat(small.line(List.of(5L, 40L, 12L, 0L))).containsExactly(true, false, true, false);
    }

    @Test
    void severalSmallOnesHideEachOtherIfTheyAreManyEnough() {
        assertThat(small.line(List.of(5L, 6L, 40L))).containsExactly(true, true, false);
        assertThat(small.line(List.of(1L, 2L, 40L))).containsExactly(true, true, true);
    }

    @Test
    void whereNothingIsSmallNothingIsHidden() {
        assertThat(small.line(List.of(10L, 0L, 400L))).containsExactly(false, false, false);
        assertThat(small.line(List.of())).isEmpty();
    }

    @Test
    void whatIsHiddenCannotBeToldFromTheTotal() {
        Random dice = new Random(47);
        for (int round = 0; round < 2000; round++) {
            List<Long> numbers = new ArrayList<>();
            for (int place = dice.nextInt(8); place >= 0; place--) {
                numbers.add((long) dice.nextInt(dice.nextBoolean() ? 15 : 200));
            }
            check(numbers, small.line(numbers));
        }
    }

    private static void check(List<Long> numbers, boolean[] hidden) {
        int count = 0;
        long sum = 0;
        long shown = 0;
        for (int place = 0; place < hidden.length; place++) {
            long number = numbers.get(place);
            assertThat(number > 0 && number < LIMIT && !hidden[place])
                    .as("%s", numbers)
                    .isFalse();
            count += hidden[place] ? 1 : 0;
            sum += hidden[place] ? number : 0;
            shown += hidden[place] ? 0 : number;
        }
        // Where all is hidden, the total is below the limit too, and hidden with it; see Outside.
        assertThat(count == 0 || (count > 1 && sum >= LIMIT) || (shown == 0 && sum < LIMIT))
                .as("%s", numbers)
                .isTrue();
    }
}
