package org.tasuki.engine;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Text;

/**
 * A step of a process, as written in its file.
 *
 * @param id the element's id, in the engine and in the diagram
 * @param documentation why the step exists, and the law
 * @param roles who may do it; empty unless people do
 * @param formKey the form of a task
 * @param limit the time limit of a task
 * @param called the process that a call leads into
 * @param undo whether whoever completed the task may take that back for a minute
 * @param sendBackTo the earlier tasks to which it may be sent back
 * @param notBy the earlier tasks whose answer it approves: whoever gave that does not do it
 * @param next what can follow
 */
public record StepFacts(
        String id,
        StepKind kind,
        Text name,
        Text documentation,
        List<String> roles,
        @Nullable String formKey,
        @Nullable StepLimit limit,
        @Nullable String called,
        boolean undo,
        List<String> sendBackTo,
        List<String> notBy,
        List<NextStep> next) {

    public Optional<StepLimit> timeLimit() {
        return Optional.ofNullable(limit);
    }
}
