package org.tasuki.inbox.web;

import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.casefile.Refusal;
import org.tasuki.inbox.Completion;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.InboxList;
import org.tasuki.inbox.Push;
import org.tasuki.people.People;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** A supervisor gives a task to somebody (割り振り). */
@Controller
class PushController {

    private final InboxList inbox;
    private final Push push;
    private final PushPages pages;
    private final Joined joined;
    private final People people;

    PushController(InboxList inbox, Push push, PushPages pages, Joined joined, People people) {
        this.inbox = inbox;
        this.push = push;
        this.pages = pages;
        this.joined = joined;
        this.people = people;
    }

    @GetMapping("/tasks/{id}/assignment")
    String choose(@PathVariable String id, Locale language, Model model) {
        pages.page(theirs(inbox.find(id).orElseThrow(NotFound::new)), "", "", Map.of(), language, model);
        return "inbox/assignment";
    }

    @PostMapping("/tasks/{id}/assignment")
    ModelAndView give(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(name = "_number", defaultValue = "") String number,
            Locale language,
            Model model,
            RedirectAttributes flash) {
        InboxItem item = inbox.find(id).orElse(null);
        if (item == null) {
            flash.addFlashAttribute("notice", joined.gone(number));
            return new ModelAndView("redirect:/inbox");
        }
        theirs(item);
        try {
            Completion given = push.give(id, person, reason);
            flash.addFlashAttribute(
                    "notice",
                    given instanceof Completion.Done
                            ? Notice.done("inbox.push.done", people.name(person).in(language))
                            : joined.gone(number));
            return new ModelAndView("redirect:" + (given instanceof Completion.Done ? "/tasks/" + id : "/inbox"));
        } catch (Refusal refusal) {
            pages.page(item, person, reason, Map.of(refusal.field(), refusal.messageKey()), language, model);
            model.addAttribute("here", "/tasks/" + id + "/assignment");
            return new ModelAndView("inbox/assignment", HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private InboxItem theirs(InboxItem item) {
        if (!push.allowed(item)) {
            throw new NotFound();
        }
        return item;
    }
}
