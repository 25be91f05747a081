package org.tasuki.inbox.web;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.inbox.Undoing;
import org.tasuki.inbox.Undone;
import org.tasuki.people.People;
import org.tasuki.terms.Japan;
import org.tasuki.web.Notice;

/** What the pages say of a step that can be taken back, and of one that was to be. */
@Component
class UndoPages {

    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH).withZone(Japan.ZONE);

    private final Undoing undoing;
    private final StepWords words;
    private final People people;

    UndoPages(Undoing undoing, StepWords words, People people) {
        this.undoing = undoing;
        this.words = words;
        this.people = people;
    }

    /** @param left seconds, when the page was drawn */
    record Offer(String id, String number, String step, String until, long left) {}

    /** The reader's last step; null when there is nothing to take back. */
    @Nullable
    Offer offer(Locale language) {
        return undoing.offer().map(offer -> shown(offer, language)).orElse(null);
    }

    /** The same, if it is this task. */
    @Nullable
    Offer offer(String taskId, Locale language) {
        return Optional.ofNullable(offer(language))
                .filter(offer -> offer.id().equals(taskId))
                .orElse(null);
    }

    private Offer shown(Undoing.Offer offer, Locale language) {
        return new Offer(
                offer.taskId(),
                offer.number().value(),
                words.step(offer.process(), offer.step()).in(language),
                TO_THE_SECOND.format(offer.until()),
                Math.max(1, offer.left().toSeconds()));
    }

    /** @param asked whether colleagues had been asked from the task: that has ended, and stays so */
    Notice notice(Undone outcome, boolean asked, Locale language) {
        if (outcome instanceof Undone.Done done) {
            return Notice.done(
                    asked ? "inbox.undone.asked" : "inbox.undone", done.number().value());
        }
        if (outcome instanceof Undone.NotTheirs other) {
            return Notice.caution(
                    "inbox.undo.notTheirs", people.name(other.account()).in(language));
        }
        if (outcome instanceof Undone.Moved moved) {
            return moved(moved, language);
        }
        return Notice.caution(
                outcome instanceof Undone.Twice
                        ? "inbox.undo.twice"
                        : outcome instanceof Undone.Closed ? "inbox.undo.closed" : "inbox.undo.late");
    }

    private Notice moved(Undone.Moved moved, Locale language) {
        String process = moved.process();
        String element = moved.step();
        String account = moved.account();
        String desk = moved.desk();
        if (process == null || element == null || account == null && desk == null) {
            return Notice.caution("inbox.undo.moved");
        }
        String step = words.step(process, element).in(language);
        if (account != null) {
            String key = desk == null ? "inbox.undo.done" : "inbox.undo.held";
            return Notice.caution(key, step, people.name(account).in(language));
        }
        return Notice.caution(
                "inbox.undo.touched",
                step,
                desk == null ? "" : people.desk(desk).in(language));
    }
}
