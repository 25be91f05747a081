package org.tasuki.oncall.web;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.oncall.OnCall;
import org.tasuki.oncall.Stretch;
import org.tasuki.people.Acting;
import org.tasuki.people.Right;
import org.tasuki.web.NotAllowed;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** Who is called at night (当番表): the center reads it, its supervisors write it. */
@Controller
class OnCallController {

    private static final Logger LOG = LoggerFactory.getLogger(OnCallController.class);

    private final OnCall list;
    private final OnCallPages pages;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;

    OnCallController(OnCall list, OnCallPages pages, Acting acting, AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.list = list;
        this.pages = pages;
        this.acting = acting;
        this.clock = clock;
    }

    @GetMapping("/on-call")
    String week(@RequestParam(defaultValue = "") String week, Locale language, Model model) {
        mustBeOfTheCenter();
        pages.week(week, OnCallEntry.empty(), language, model);
        return "oncall/week";
    }

    @PostMapping("/on-call")
    ModelAndView add(
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            Locale language,
            Model model,
            RedirectAttributes flash) {
        mustBeAllowed();
        OnCallEntry entry = OnCallEntry.typed(account, place, from, until, clock.instant());
        checkPerson(entry);
        if (entry.isGood() && !added(entry)) {
            entry.add("place", "oncall.problem.taken");
        }
        if (!entry.isGood()) {
            LOG.info("the list of who is on call refused {}", entry.problems().keySet());
            pages.week(entry.from().split("T", 2)[0], entry, language, model);
            model.addAttribute("here", "/on-call");
            return new ModelAndView("oncall/week", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        flash.addFlashAttribute("notice", Notice.done("oncall.added"));
        return new ModelAndView("redirect:/on-call?week=" + entry.from().split("T", 2)[0]);
    }

    private void checkPerson(OnCallEntry entry) {
        Stretch time = entry.time();
        if (list.candidates().stream().noneMatch(person -> person.getUsername().equals(entry.account()))) {
            entry.add("account", "oncall.problem.account");
        } else if (time != null && list.isAway(entry.account(), time)) {
            entry.add("account", "oncall.problem.away");
        }
    }

    private boolean added(OnCallEntry entry) {
        Stretch time = entry.time();
        return time != null && list.add(entry.account(), entry.number(), time);
    }

    @PostMapping("/on-call/{id}/removal")
    String remove(@PathVariable String id, RedirectAttributes flash) {
        mustBeAllowed();
        boolean there = id.matches("\\d{1,18}") && list.remove(Long.parseLong(id));
        flash.addFlashAttribute("notice", there ? Notice.done("oncall.removed") : Notice.caution("oncall.gone"));
        return "redirect:/on-call";
    }

    private void mustBeOfTheCenter() {
        if (!acting.current().worksOnCases()) {
            trail.noteAlone(Act.ACCESS_REFUSED, null, Map.of("page", "on-call"));
            throw new NotFound();
        }
    }

    private void mustBeAllowed() {
        mustBeOfTheCenter();
        if (!acting.may(Right.MANAGE_ON_CALL)) {
            trail.noteAlone(Act.ACCESS_REFUSED, null, Map.of("page", "on-call"));
            throw new NotAllowed();
        }
    }
}
