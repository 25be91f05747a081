package org.tasuki.board.web;

import java.util.Collection;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.tasuki.board.Load;
import org.tasuki.board.Spent;

/** How strongly a step is coloured: by lateness for itself, by load and time in comparison with the process's other steps. */
final class Levels {

    private final BoardView.Colour colour;
    private final long mostCases;
    private final long longest;

    Levels(BoardView.Colour colour, Collection<Load> loads, Collection<Spent> spent) {
        this.colour = colour;
        this.mostCases = most(loads, Load::cases);
        this.longest = most(spent, one -> one.p90().toSeconds());
    }

    String of(Load load, @Nullable Spent spent) {
        return switch (colour) {
            case LATE -> load.late() > 0 ? "late" : load.soon() > 0 ? "soon" : load.cases() > 0 ? "l1" : "none";
            case LOAD -> third(load.cases(), mostCases);
            case TIME -> third(spent == null ? 0 : spent.p90().toSeconds(), longest);
        };
    }

    private static String third(long value, long most) {
        return value == 0 ? "none" : "l" + Math.min(3, 1 + value * 3 / (most + 1));
    }

    private static <T> long most(Collection<T> all, ToLongFunction<T> value) {
        return all.stream().mapToLong(value).max().orElse(0);
    }
}
