package org.tasuki.limits.web;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.deadlines.JapaneseCalendar;
import org.tasuki.limits.CalendarBook;
import org.tasuki.limits.Planned;
import org.tasuki.limits.web.CalendarPages.Owner;
import org.tasuki.web.Notice;

/** When the center and its agencies work (開庁日): typed, looked at with what it moves, and only then confirmed. */
@Controller
class CalendarsController {

    private static final String PATH = "/administration/calendars";

    private final CalendarBook book;
    private final CalendarPages pages;

    CalendarsController(CalendarBook book, CalendarPages pages) {
        this.book = book;
        this.pages = pages;
    }

    @GetMapping(PATH)
    String list(Locale language, Model model) {
        pages.list(language, model);
        return "limits/calendars";
    }

    @GetMapping(PATH + "/{key}")
    String one(@PathVariable String key, Locale language, Model model) {
        Owner owner = pages.owner(key, language);
        pages.sheet(owner, pages.sheet(owner), language, model);
        return "limits/calendar";
    }

    /** @param again whether the way leads back to the typed sheet */
    @PostMapping(PATH + "/{key}/preview")
    ModelAndView preview(
            @PathVariable String key,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") String again,
            Locale language,
            Model model) {
        Owner owner = pages.owner(key, language);
        CalendarSheet sheet = new CalendarSheet(typed);
        if (!again.isEmpty()) {
            return page("limits/calendar", owner, sheet, HttpStatus.OK, language, model);
        }
        Optional<JapaneseCalendar> draft = sheet.read();
        return draft.isEmpty()
                ? page("limits/calendar", owner, sheet, HttpStatus.UNPROCESSABLE_CONTENT, language, model)
                : plan(owner, sheet, book.plan(owner.agency(), draft.get()), HttpStatus.OK, language, model);
    }

    @PostMapping(PATH + "/{key}")
    ModelAndView confirm(
            @PathVariable String key,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") String mark,
            Locale language,
            Model model,
            RedirectAttributes flash) {
        Owner owner = pages.owner(key, language);
        CalendarSheet sheet = new CalendarSheet(typed);
        Optional<JapaneseCalendar> draft = sheet.read();
        if (draft.isEmpty()) {
            return page("limits/calendar", owner, sheet, HttpStatus.UNPROCESSABLE_CONTENT, language, model);
        }
        int current = book.current(owner.agency()).version();
        if (sheet.seen() != current) {
            model.addAttribute("notice", Notice.caution("limits.calendar.other"));
            return page("limits/calendar", owner, sheet.seeing(current), HttpStatus.CONFLICT, language, model);
        }
        Optional<Planned> kept = book.confirm(owner.agency(), draft.get(), sheet.seen(), mark);
        if (kept.isEmpty()) {
            model.addAttribute("notice", Notice.caution("limits.changedMeanwhile"));
            return plan(owner, sheet, book.plan(owner.agency(), draft.get()), HttpStatus.CONFLICT, language, model);
        }
        flash.addFlashAttribute(
                "notice",
                Notice.done(
                        "limits.calendar.kept",
                        owner.name(),
                        String.valueOf(kept.get().moves().size())));
        return new ModelAndView("redirect:" + PATH);
    }

    private ModelAndView page(
            String view, Owner owner, CalendarSheet sheet, HttpStatus status, Locale language, Model model) {
        pages.sheet(owner, sheet, language, model);
        model.addAttribute("here", PATH + "/" + owner.key());
        return new ModelAndView(view, model.asMap(), status);
    }

    private ModelAndView plan(
            Owner owner, CalendarSheet sheet, Planned plan, HttpStatus status, Locale language, Model model) {
        pages.plan(owner, sheet, plan, language, model);
        model.addAttribute("here", PATH + "/" + owner.key());
        return new ModelAndView("limits/calendar-plan", model.asMap(), status);
    }
}
