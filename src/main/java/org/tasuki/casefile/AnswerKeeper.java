package org.tasuki.casefile;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.CaseNumber;

/** A core room that owns a part of some forms' answers, and may add routing values that follow from them. */
public interface AnswerKeeper {

    boolean keeps(String form);

    /**
     * Keeps its part, in the transaction of the step.
     *
     * @return routing values for the process, beyond those that the form itself declares
     * @throws Refusal when the answer cannot stand, with the field and the reason
     */
    Map<String, Object> keep(KeptAnswer answer);

    /** Whether it only judges the answer and writes nothing down, so that taking the answer back leaves nothing behind. */
    default boolean onlyJudges() {
        return false;
    }

    /** What this room knows already of the columns that a form maps, by column: the empty form begins with it. */
    default Map<String, String> known(CaseNumber number, @Nullable String handOver) {
        return Map.of();
    }
}
