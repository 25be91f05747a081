package org.tasuki.matters;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.AnswerKeeper;
import org.tasuki.casefile.KeptAnswer;
import org.tasuki.casefile.Refusal;

/** What came of a matter; and a case does not close over one that is open. */
@Component
class MatterKeeper implements AnswerKeeper {

    private static final String DONE = "matter-done";
    private static final String CLOSING = "closing-approval";

    private final Matters matters;
    private final MatterTasks tasks;

    MatterKeeper(Matters matters, MatterTasks tasks) {
        this.matters = matters;
        this.tasks = tasks;
    }

    @Override
    public boolean keeps(String form) {
        return Set.of(DONE, CLOSING).contains(form);
    }

    @Override
    public Map<String, Object> keep(KeptAnswer answer) {
        if (answer.form().equals(DONE)) {
            String result = String.valueOf(answer.answers().get("result"));
            tasks.byTask(answer.taskId()).ifPresent(id -> matters.end(answer.number(), id, result));
        } else if ("approved".equals(answer.submission().routing().get("closing"))
                && matters.of(answer.number()).stream().anyMatch(Matter::open)) {
            throw new Refusal("closing", "matters.closing.open");
        }
        return Map.of();
    }
}
