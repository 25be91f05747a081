package org.tasuki.workload.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.tasuki.workload.Carried;

/** What the officers are sorted by: whoever has most of it stands first, and of equals the account decides. */
enum Order {
    NAME(line -> 0),
    CASES(Carried::cases),
    WEIGHTED(line -> line.weighted().doubleValue()),
    LATE(Carried::late),
    SOON(Carried::soon),
    OLDEST(line ->
            line.oldest() == null ? Double.NEGATIVE_INFINITY : -line.oldest().getEpochSecond()),
    OPENED(line -> line.opened().lastWeek()),
    CLOSED(line -> line.closed().lastWeek());

    private final ToDoubleFunction<Carried> much;

    Order(ToDoubleFunction<Carried> much) {
        this.much = much;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is no order means the usual one. */
    static Order of(@Nullable String key) {
        return Arrays.stream(values())
                .filter(order -> order.key().equals(key))
                .findFirst()
                .orElse(WEIGHTED);
    }

    Comparator<Carried> comparator() {
        Comparator<Carried> most = Comparator.comparingDouble(much).reversed();
        return most.thenComparing(line -> String.valueOf(line.account()));
    }
}
