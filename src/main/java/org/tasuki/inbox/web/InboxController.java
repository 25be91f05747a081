package org.tasuki.inbox.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tasuki.inbox.InboxList;
import org.tasuki.people.Acting;

/** The inbox: an officer's home. */
@Controller
class InboxController {

    private final InboxPages pages;
    private final InboxList inbox;
    private final Acting acting;

    InboxController(InboxPages pages, InboxList inbox, Acting acting) {
        this.pages = pages;
        this.inbox = inbox;
        this.acting = acting;
    }

    @GetMapping("/inbox")
    String inbox(
            @RequestParam(required = false) @Nullable String tab,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String step,
            @RequestParam(required = false) @Nullable String urgency,
            @RequestParam(required = false) @Nullable String after,
            Locale language,
            Model model) {
        InboxList.Filter filter = new InboxList.Filter(given(role), given(step), given(urgency));
        model.addAttribute("page", pages.page(InboxPages.tab(start(tab)), filter, InboxPages.after(after), language));
        return "inbox/inbox";
    }

    @GetMapping("/inbox/news")
    String news(@RequestParam String tab, @RequestParam String version, Model model) {
        boolean moved = !pages.version(InboxPages.tab(tab)).equals(version);
        model.addAttribute("moved", moved);
        model.addAttribute("tab", tab);
        return "inbox/news";
    }

    /** Somebody without a task of their own begins at what waits at their desks. */
    private String start(@Nullable String tab) {
        if (tab != null) {
            return tab;
        }
        return inbox.counts().mine() == 0 && !acting.current().desks().isEmpty() ? "roles" : "mine";
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
