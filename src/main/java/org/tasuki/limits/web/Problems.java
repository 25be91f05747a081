package org.tasuki.limits.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tasuki.casefile.Refusal;

/** What is wrong with an entry, each at its field; the first of a field is the one to say. */
final class Problems {

    private final Map<String, String> found = new LinkedHashMap<>();

    /** What was read; null when it was refused, which is noted. */
    <T> @Nullable T of(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Refusal refused) {
            found.putIfAbsent(refused.field(), refused.messageKey());
            return null;
        }
    }

    Map<String, String> found() {
        return found;
    }
}
