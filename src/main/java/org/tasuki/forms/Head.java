package org.tasuki.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Text;

/** What every field has; {@code initial} is its default in the shape a browser sends it. */
record Head(
        String key,
        Text label,
        @Nullable Text description,
        boolean required,
        List<String> initial,
        Meaning meaning,
        Place place) {}
