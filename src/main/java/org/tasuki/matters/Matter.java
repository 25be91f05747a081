package org.tasuki.matters;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.CaseNumber;

/**
 * A matter of its own (個別の用件).
 *
 * @param person whom it was meant for; null for whoever takes it at the desk
 * @param fromTask of a question: the task that it was asked from, and that it ends with
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
        Instant openedAt,
        @Nullable String fromTask) {

    /** リマインダー, 単発の用務. */
    public static final List<String> KINDS = List.of("reminder", "errand");

    /** 照会: asked from a task, and not from the case. */
    static final String QUESTION = "question";

    private static final Map<String, String> STEPS = Map.of("matter", "doMatter", QUESTION, "answerQuestion");

    /** The process beside the case, and the rule that its date goes by. */
    static String process(String kind) {
        return kind.equals(QUESTION) ? QUESTION : "matter";
    }

    static String step(String kind) {
        return Objects.requireNonNull(STEPS.get(process(kind)));
    }

    static boolean isOne(String process) {
        return STEPS.containsKey(process);
    }

    boolean asks() {
        return kind.equals(QUESTION);
    }

    public boolean open() {
        return state.equals("open");
    }

    /** Never into a log: it may name a family. */
    @Override
    public String toString() {
        return "Matter " + id;
    }
}
