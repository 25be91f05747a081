package org.tasuki.retention.web;

import java.time.DateTimeException;
import java.time.LocalDate;
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
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.EndingReason;
import org.tasuki.casefile.Refusal;
import org.tasuki.inbox.WayBack;
import org.tasuki.inbox.WaysBack;
import org.tasuki.retention.Proposal;
import org.tasuki.retention.Retention;
import org.tasuki.retention.RetentionList.After;
import org.tasuki.web.Notice;

/** Records whose time is over (保存期間満了): the yearly list, and what two people decide on each case of it. */
@Controller
class RetentionController {

    private final RetentionDoor door;
    private final RetentionPages pages;
    private final Retention retention;
    private final WaysBack ways;

    RetentionController(RetentionDoor door, RetentionPages pages, Retention retention, WaysBack ways) {
        this.door = door;
        this.pages = pages;
        this.retention = retention;
        this.ways = ways;
    }

    @GetMapping("/retention")
    String list(
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String after,
            Locale language,
            Model model) {
        door.enter();
        model.addAllAttributes(
                pages.list(year.matches("\\d{4}") ? Integer.valueOf(year) : null, after(after), language));
        return "retention/list";
    }

    @GetMapping("/retention/{number}")
    ModelAndView one(@PathVariable String number, @RequestParam(defaultValue = "") String from, Locale language) {
        return page(door.enter(number), RetentionEntry.NOTHING, from, HttpStatus.OK, language);
    }

    @PostMapping("/retention/{number}/proposal")
    ModelAndView propose(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String choice,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            Locale language,
            RedirectAttributes flash) {
        CaseFile file = door.enter(number);
        try {
            retention.propose(file, Proposal.of(choice, until, reason, retention.today()));
            return back(file, "", Notice.done("retention.proposed"), flash);
        } catch (Refusal refused) {
            return refused(file, new RetentionEntry(choice, until, reason, "", problem(refused)), "", language);
        }
    }

    @PostMapping("/retention/{number}/approval")
    ModelAndView approve(
            @PathVariable String number,
            @RequestParam(defaultValue = "0") long proposal,
            @RequestParam(name = WaysBack.FIELD, defaultValue = "") String from,
            Locale language,
            RedirectAttributes flash) {
        CaseFile file = door.enter(number);
        try {
            retention.answer(file, proposal, null);
            return back(file, from, Notice.done("retention.approved"), flash);
        } catch (Refusal refused) {
            return refused(file, new RetentionEntry("", "", "", "", problem(refused)), from, language);
        }
    }

    @PostMapping("/retention/{number}/refusal")
    ModelAndView refuse(
            @PathVariable String number,
            @RequestParam(defaultValue = "0") long proposal,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(name = WaysBack.FIELD, defaultValue = "") String from,
            Locale language,
            RedirectAttributes flash) {
        CaseFile file = door.enter(number);
        try {
            retention.answer(file, proposal, new EndingReason(why));
            return back(file, from, Notice.done("retention.refused"), flash);
        } catch (Refusal refused) {
            Map<String, String> problem =
                    Map.of(refused.field().equals("reason") ? "why" : refused.field(), refused.messageKey());
            return refused(file, new RetentionEntry("", "", why, "", problem), from, language);
        }
    }

    /** @param sure the case's number, typed once more: what is erased does not come back */
    @PostMapping("/retention/{number}/erasure")
    ModelAndView erase(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String sure,
            Locale language,
            RedirectAttributes flash) {
        CaseFile file = door.enter(number);
        try {
            if (!file.number().value().equals(sure.strip().toUpperCase(Locale.ROOT))) {
                throw new Refusal("sure", "retention.erasure.sure.wrong");
            }
            retention.erase(file);
            flash.addFlashAttribute(
                    "notice", Notice.done("retention.erased", file.number().value()));
            return new ModelAndView("redirect:/cases/" + file.number());
        } catch (Refusal refused) {
            return refused(file, new RetentionEntry("", "", "", sure, problem(refused)), "", language);
        }
    }

    private static Map<String, String> problem(Refusal refused) {
        return Map.of(refused.field(), refused.messageKey());
    }

    private static After after(String typed) {
        String[] parts = typed.split("_", 2);
        try {
            return parts.length == 2 ? new After(LocalDate.parse(parts[0]), parts[1]) : After.FIRST;
        } catch (DateTimeException noDay) {
            return After.FIRST;
        }
    }

    private ModelAndView refused(CaseFile file, RetentionEntry entry, String from, Locale language) {
        return page(file, entry, from, HttpStatus.UNPROCESSABLE_CONTENT, language);
    }

    private ModelAndView page(CaseFile file, RetentionEntry entry, String from, HttpStatus status, Locale language) {
        WayBack back = ways.of(from);
        ModelAndView page = new ModelAndView("retention/case", pages.page(file, entry, language), status);
        return page.addObject("back", back.key().isEmpty() ? null : back)
                .addObject("here", WaysBack.at("/retention/" + file.number(), back));
    }

    private ModelAndView back(CaseFile file, String from, Notice notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        return new ModelAndView("redirect:" + ways.after(from, "/retention/" + file.number()));
    }
}
