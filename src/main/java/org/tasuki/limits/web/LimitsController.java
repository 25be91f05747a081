package org.tasuki.limits.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.EndingReason;
import org.tasuki.casefile.Refusal;
import org.tasuki.casefile.web.CaseDoor;
import org.tasuki.deadlines.Deadlines;
import org.tasuki.limits.LimitDecisions;
import org.tasuki.terms.Typing;
import org.tasuki.web.NotAllowed;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** The limits of one case: stopped, resumed, waived, each for a reason. */
@Controller
class LimitsController {

    private final CaseDoor door;
    private final Deadlines deadlines;
    private final LimitDecisions decisions;
    private final LimitPages pages;
    private final AuditTrail trail;

    LimitsController(CaseDoor door, Deadlines deadlines, LimitDecisions decisions, LimitPages pages, AuditTrail trail) {
        this.door = door;
        this.deadlines = deadlines;
        this.decisions = decisions;
        this.pages = pages;
        this.trail = trail;
    }

    /** Whoever finds something wrong goes on looking, so that all of it is said at once. */
    private interface Deed {
        void run(Problems problems);
    }

    @GetMapping("/cases/{number}/deadlines")
    ModelAndView list(@PathVariable String number, Locale language) {
        return page(enter(number), LimitEntry.NOTHING, HttpStatus.OK, language);
    }

    @PostMapping("/cases/{number}/deadlines/{deadline}/waiver")
    ModelAndView waive(
            @PathVariable String number,
            @PathVariable long deadline,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String reason,
            Locale language,
            RedirectAttributes flash) {
        CaseFile file = enter(number, deadline);
        LimitEntry entry = new LimitEntry(deadline, "waiver", day, reason, Map.of());
        return does(file, entry, "limits.waived", language, flash, problems -> {
            LocalDate on = problems.of(() -> day(day));
            EndingReason why = problems.of(() -> new EndingReason(reason));
            if (on != null && why != null) {
                decisions.waive(file, deadline, on, why);
            }
        });
    }

    @PostMapping("/cases/{number}/deadlines/{deadline}/pause")
    ModelAndView pause(
            @PathVariable String number,
            @PathVariable long deadline,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String reason,
            Locale language,
            RedirectAttributes flash) {
        CaseFile file = enter(number, deadline);
        LimitEntry entry = new LimitEntry(deadline, "pause", day, reason, Map.of());
        return does(file, entry, "limits.paused", language, flash, problems -> {
            LocalDate on = problems.of(() -> day(day));
            EndingReason why = problems.of(() -> new EndingReason(reason));
            if (on != null && why != null) {
                decisions.pause(file, deadline, on, why);
            }
        });
    }

    @PostMapping("/cases/{number}/deadlines/{deadline}/resumption")
    ModelAndView resume(
            @PathVariable String number, @PathVariable long deadline, Locale language, RedirectAttributes flash) {
        CaseFile file = enter(number, deadline);
        LimitEntry entry = new LimitEntry(deadline, "resumption", "", "", Map.of());
        return does(file, entry, "limits.resumed", language, flash, problems -> decisions.resume(file, deadline));
    }

    /** Whoever may neither stop nor waive a limit of this case has nothing to decide here. */
    private CaseFile enter(String number) {
        CaseFile file = door.enter(number, "deadlines");
        if (!decisions.mayPause(file) && !decisions.mayWaive(file)) {
            trail.noteAlone(Act.ACCESS_REFUSED, file.number(), Map.of("page", "deadlines"));
            throw new NotAllowed();
        }
        return file;
    }

    private CaseFile enter(String number, long deadline) {
        CaseFile file = enter(number);
        if (!deadlines.belongs(file.number(), deadline)) {
            throw new NotFound();
        }
        return file;
    }

    private ModelAndView does(
            CaseFile file, LimitEntry entry, String done, Locale language, RedirectAttributes flash, Deed deed) {
        Problems problems = new Problems();
        problems.of(() -> {
            deed.run(problems);
            return entry;
        });
        if (!problems.found().isEmpty()) {
            return page(file, entry.with(problems.found()), HttpStatus.UNPROCESSABLE_CONTENT, language);
        }
        flash.addFlashAttribute("notice", Notice.done(done));
        return new ModelAndView("redirect:/cases/" + file.number() + "/deadlines");
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(Typing.narrow(typed));
        } catch (DateTimeParseException noDay) {
            throw new Refusal("day", "limits.day.missing");
        }
    }

    private ModelAndView page(CaseFile file, LimitEntry entry, HttpStatus status, Locale language) {
        ModelAndView page = new ModelAndView("limits/case", pages.page(file, entry, language), status);
        return page.addObject("here", "/cases/" + file.number() + "/deadlines");
    }
}
