package org.tasuki.casefile.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.casefile.CaseEnding;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.EndingReason;
import org.tasuki.casefile.Refusal;
import org.tasuki.web.Notice;

/** Taking a case out of the flow by hand: withdrawn (取下げ), or joined to another about the same child (併合). */
@Controller
class EndingController {

    private final CaseDoor door;
    private final CaseEnding ending;
    private final EndingPages pages;

    EndingController(CaseDoor door, CaseEnding ending, EndingPages pages) {
        this.door = door;
        this.ending = ending;
        this.pages = pages;
    }

    @GetMapping("/cases/{number}/ending")
    ModelAndView ask(@PathVariable String number, Locale language, RedirectAttributes flash) {
        CaseFile file = door.enterToEnd(number);
        return file.open()
                ? page(file, EndingEntry.NOTHING, EndingEntry.NOTHING, null, HttpStatus.OK, language)
                : back(file, Notice.caution("casefile.ending.notOpen"), flash);
    }

    @PostMapping("/cases/{number}/withdrawal")
    ModelAndView withdraw(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            Locale language,
            RedirectAttributes flash) {
        CaseFile file = door.enterToEnd(number);
        Map<String, String> problems = new LinkedHashMap<>();
        attempt(problems, () -> {
            ending.withdraw(file.number(), new EndingReason(reason));
            return true;
        });
        return problems.isEmpty()
                ? back(file, Notice.done("casefile.withdrawal.done"), flash)
                : page(
                        file,
                        new EndingEntry("", "", reason, problems),
                        EndingEntry.NOTHING,
                        null,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        language);
    }

    /** @param sure the number of the case that the actor has looked at: a wrong number cannot be taken back */
    @PostMapping("/cases/{number}/joining")
    ModelAndView join(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String likely,
            @RequestParam(defaultValue = "") String into,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String sure,
            Locale language,
            RedirectAttributes flash) {
        CaseFile file = door.enterToEnd(number);
        Map<String, String> problems = new LinkedHashMap<>();
        CaseFile target = attempt(problems, () -> ending.target(file, EndingEntry.target(likely, into)));
        EndingReason why = attempt(problems, () -> new EndingReason(reason));
        boolean looked = target != null && target.number().value().equals(sure);
        if (target != null && why != null && (looked || !file.open())) {
            attempt(problems, () -> {
                ending.join(file.number(), target.number(), why);
                return true;
            });
            if (problems.isEmpty()) {
                return back(
                        file,
                        Notice.done("casefile.joining.done", target.number().value()),
                        flash);
            }
        }
        return page(
                file,
                EndingEntry.NOTHING,
                new EndingEntry(likely, into, reason, problems),
                problems.isEmpty() ? target : null,
                problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                language);
    }

    private static <T> @Nullable T attempt(Map<String, String> problems, Supplier<T> deed) {
        try {
            return deed.get();
        } catch (Refusal refusal) {
            problems.put(refusal.field(), refusal.messageKey());
            return null;
        }
    }

    private ModelAndView page(
            CaseFile file,
            EndingEntry withdrawal,
            EndingEntry joining,
            @Nullable CaseFile target,
            HttpStatus status,
            Locale language) {
        ModelAndView page =
                new ModelAndView("casefile/ending", pages.page(file, withdrawal, joining, target, language), status);
        return page.addObject("here", "/cases/" + file.number() + "/ending");
    }

    private static ModelAndView back(CaseFile file, Notice notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        return new ModelAndView("redirect:/cases/" + file.number());
    }
}
