package org.tasuki.casefile;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tasuki.forms.Submission;
import org.tasuki.terms.CaseNumber;

/** A valid answer to a task's form, about to be kept. {@code bornAt}, when the task came up, and {@code at} are on the case's clock. */
public record KeptAnswer(
        CaseNumber number,
        String center,
        String taskId,
        String process,
        String step,
        String form,
        String formVersion,
        @Nullable String handOver,
        Submission submission,
        String by,
        Instant bornAt,
        Instant at) {

    /** The value of a domain column that the form maps, as text; null when it was left out. */
    public @Nullable String column(String name) {
        Object value = submission.columns().get(name);
        return value == null ? null : value.toString();
    }

    public Map<String, Object> answers() {
        return submission.plain();
    }
}
