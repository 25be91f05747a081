package org.tasuki.inbox.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.casefile.Refusal;
import org.tasuki.inbox.SavedViews;
import org.tasuki.inbox.web.InboxPage.Option;
import org.tasuki.terms.Typing;
import org.tasuki.web.Notice;

/** Names a narrowed list, and puts those that have a name in order. */
@Controller
class SavedViewsController {

    private static final String PAGE = "/inbox/views";

    private final SavedViews views;
    private final InboxFilters filters;

    SavedViewsController(SavedViews views, InboxFilters filters) {
        this.views = views;
        this.filters = filters;
    }

    /** What was typed, and where; id 0 is the new one. */
    record Entry(long id, String name, boolean atStart, @Nullable String problem) {

        static final Entry NOTHING = new Entry(0, "", false, null);
    }

    @GetMapping(PAGE)
    ModelAndView list(InboxAddress asked, Locale language) {
        return page(asked, Entry.NOTHING, HttpStatus.OK, language);
    }

    @PostMapping(PAGE)
    ModelAndView add(
            InboxAddress asked,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") String atStart,
            Locale language,
            RedirectAttributes flash) {
        boolean first = "true".equals(atStart);
        try {
            views.add(name, asked.query(), first);
        } catch (Refusal refused) {
            return refused(asked, new Entry(0, name, first, refused.messageKey()), language);
        }
        flash.addFlashAttribute("notice", Notice.done("inbox.views.added"));
        return new ModelAndView("redirect:" + asked.here());
    }

    @PostMapping(PAGE + "/change")
    ModelAndView change(
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") String atStart,
            Locale language,
            RedirectAttributes flash) {
        boolean first = "true".equals(atStart);
        try {
            return back(views.change(number(id), name, first), "inbox.views.changed", flash);
        } catch (Refusal refused) {
            return refused(InboxAddress.NOTHING, new Entry(number(id), name, first, refused.messageKey()), language);
        }
    }

    @PostMapping(PAGE + "/removal")
    ModelAndView remove(@RequestParam(defaultValue = "") String id, RedirectAttributes flash) {
        return back(views.remove(number(id)), "inbox.views.removed", flash);
    }

    private static long number(String id) {
        return id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0;
    }

    private static ModelAndView back(boolean done, String key, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", done ? Notice.done(key) : Notice.caution("inbox.views.gone"));
        return new ModelAndView("redirect:" + PAGE);
    }

    private ModelAndView refused(InboxAddress asked, Entry entry, Locale language) {
        Entry shown = new Entry(entry.id(), Typing.visible(entry.name()), entry.atStart(), entry.problem());
        return page(asked, shown, HttpStatus.UNPROCESSABLE_CONTENT, language);
    }

    private ModelAndView page(InboxAddress asked, Entry entry, HttpStatus status, Locale language) {
        ModelAndView page = new ModelAndView("inbox/views", status);
        page.addObject("views", views.list());
        page.addObject("entry", entry);
        page.addObject("most", SavedViews.MOST);
        page.addObject("asked", asked.bare() ? Map.of() : asked.said());
        page.addObject("chosen", asked.bare() ? List.of() : chosen(asked, language));
        page.addObject("here", PAGE);
        return page;
    }

    /** The words of what is chosen, as the list itself says them. */
    private List<Chosen> chosen(InboxAddress asked, Locale language) {
        return filters.of(asked.list(), asked.filter(), language).stream()
                .map(choice -> choice.options().stream()
                        .filter(Option::chosen)
                        .findFirst()
                        .map(option -> new Chosen(choice.name(), option.label()))
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    record Chosen(String name, String label) {}
}
