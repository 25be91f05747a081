package org.tasuki.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of reading a field: a value, or nothing (blank), or the message that says why not. */
record Read(@Nullable Object value, @Nullable String refusal, List<Object> args) {

    static final Read BLANK = new Read(null, null, List.of());

    static Read of(Object value) {
        return new Read(value, null, List.of());
    }

    static Read refused(String message, Object... args) {
        return new Read(null, message, List.of(args));
    }
}
