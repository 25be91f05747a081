package org.tasuki.matters;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.CaseNumber;

/**
 * A matter of its own (個別の用件).
 *
 * @param person whom it was meant for; null for whoever takes it at the desk
 */
public record Matter(
        UUID id,
        CaseNumber number,
        String kind,
        String words,
        String desk,
        @Nullable String person,
        LocalDate dueOn,
        @Nullable String taskId,
        String state,
        String openedBy,
        Instant openedAt) {

    /** リマインダー, 単発の用務. */
    public static final List<String> KINDS = List.of("reminder", "errand");

    /** The process beside the case, and the rule that its date goes by. */
    static final String PROCESS = "matter";

    public boolean open() {
        return state.equals("open");
    }

    /** Never into a log: it may name a family. */
    @Override
    public String toString() {
        return "Matter " + id;
    }
}
