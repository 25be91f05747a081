package org.tasuki.board.web;

import java.time.Period;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the board's address: the process, what its colours mean, and the period that the times are taken from. What is
 * none of these means the usual one.
 */
record BoardView(String process, Colour colour, int days) {

    static final String USUAL_PROCESS = "referral";

    /** What a step's colour says; a word and a number say it too. */
    enum Colour {
        LATE,
        LOAD,
        TIME;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The periods on offer, in days. */
    static final int[] PERIODS = {30, 90, 365};

    static BoardView of(@Nullable String process, @Nullable String colour, @Nullable String days) {
        return new BoardView(
                process == null ? USUAL_PROCESS : process,
                Arrays.stream(Colour.values())
                        .filter(one -> one.key().equals(colour))
                        .findFirst()
                        .orElse(Colour.LATE),
                Arrays.stream(PERIODS)
                        .filter(one -> String.valueOf(one).equals(days))
                        .findFirst()
                        .orElse(90));
    }

    Period period() {
        return Period.ofDays(days);
    }

    /** The same board of another process. */
    String address(String other) {
        return "/board?process=" + other + "&colour=" + colour.key() + "&days=" + days;
    }

    String here() {
        return address(process);
    }
}
