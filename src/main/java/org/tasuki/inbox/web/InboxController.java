package org.tasuki.inbox.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tasuki.inbox.InboxList;
import org.tasuki.inbox.InboxList.Tab;
import org.tasuki.inbox.SavedViews;
import org.tasuki.people.Acting;

/** The inbox: an officer's home. */
@Controller
class InboxController {

    private final InboxPages pages;
    private final InboxList inbox;
    private final SavedViews views;
    private final UndoPages undo;
    private final LeftPages left;
    private final Acting acting;

    InboxController(
            InboxPages pages, InboxList inbox, SavedViews views, UndoPages undo, LeftPages left, Acting acting) {
        this.pages = pages;
        this.inbox = inbox;
        this.views = views;
        this.undo = undo;
        this.left = left;
        this.acting = acting;
    }

    @GetMapping("/inbox")
    String inbox(InboxAddress asked, Locale language, Model model) {
        String start =
                asked.bare() ? views.atStart().map(SavedViews.SavedView::query).orElse(null) : null;
        if (start != null) {
            return "redirect:/inbox?" + start;
        }
        model.addAttribute("page", pages.page(asked.tab() == null ? asked.on(start()) : asked, language));
        model.addAttribute("undo", undo.offer(language));
        model.addAttribute("left", left.count());
        return "inbox/inbox";
    }

    @GetMapping("/inbox/news")
    String news(InboxAddress asked, @RequestParam @Nullable String version, Model model) {
        model.addAttribute("moved", !pages.version(asked).equals(version));
        model.addAttribute("here", asked.here());
        return "inbox/news";
    }

    /** Somebody without a task of their own begins at what waits at their desks. */
    private Tab start() {
        return inbox.counts().mine() == 0 && !acting.current().desks().isEmpty() ? Tab.ROLES : Tab.MINE;
    }
}
