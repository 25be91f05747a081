package org.tasuki.inbox.web;

import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.inbox.InboxList;
import org.tasuki.inbox.TaskQuestions;
import org.tasuki.inbox.Undoing;
import org.tasuki.inbox.Undone;
import org.tasuki.web.NotFound;

/** Takes back what was completed a moment ago: leads to the task again, or says why not. */
@Controller
class UndoController {

    private final Undoing undoing;
    private final InboxList inbox;
    private final ObjectProvider<TaskQuestions> questions;
    private final UndoPages pages;

    UndoController(Undoing undoing, InboxList inbox, ObjectProvider<TaskQuestions> questions, UndoPages pages) {
        this.undoing = undoing;
        this.inbox = inbox;
        this.questions = questions;
        this.pages = pages;
    }

    @PostMapping("/tasks/{id}/undo")
    String undo(@PathVariable String id, Locale language, RedirectAttributes flash) {
        Undone outcome = undoing.undo(id);
        if (outcome instanceof Undone.Unknown) {
            throw new NotFound();
        }
        flash.addFlashAttribute("notice", pages.notice(outcome, asked(id, language), language));
        return "redirect:" + (outcome instanceof Undone.Done ? "/tasks/" + id : "/inbox");
    }

    private boolean asked(String id, Locale language) {
        TaskQuestions room = questions.getIfAvailable();
        return room != null
                && inbox.find(id)
                        .filter(item -> room.of(item, language).overtaken())
                        .isPresent();
    }
}
