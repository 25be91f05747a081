package org.tasuki.inbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.casefile.LeftDrafts;
import org.tasuki.casefile.LeftDrafts.Left;

/** Puts what somebody had typed before their case was moved into the form of the same step, when it has come again. */
@Component
@Transactional
public class LeftBehind {

    private final Desk desk;
    private final InboxList inbox;
    private final LeftDrafts drafts;

    LeftBehind(Desk desk, InboxList inbox, LeftDrafts drafts) {
        this.desk = desk;
        this.inbox = inbox;
        this.drafts = drafts;
    }

    /**
     * What the form had before is replaced; what was left is not there twice.
     *
     * @return empty when nothing was left by the actor, or not in this step of this case
     */
    public Optional<Completion> takeOver(String taskId, String leftTask) {
        Optional<InboxItem> item = inbox.find(taskId);
        return drafts.find(leftTask)
                .filter(left -> item.filter(found -> sameStep(found, left)).isPresent())
                .map(left -> {
                    Completion kept = desk.keepDraft(taskId, words(left));
                    if (kept instanceof Completion.Done) {
                        drafts.discard(leftTask);
                    }
                    return kept;
                });
    }

    private static boolean sameStep(InboxItem item, Left left) {
        return item.number().equals(left.number())
                && item.process().equals(left.process())
                && item.step().equals(left.step());
    }

    /** Without what the page of the other task added under names of its own. */
    private static Map<String, List<String>> words(Left left) {
        Map<String, List<String>> words = new LinkedHashMap<>(left.typed());
        words.keySet().removeIf(name -> name.startsWith("_") && !name.equals(Desk.LATE_REASON));
        return words;
    }
}
