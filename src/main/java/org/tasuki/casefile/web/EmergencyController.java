package org.tasuki.casefile.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.casefile.EmergencyAccess;
import org.tasuki.casefile.EmergencyReason;
import org.tasuki.casefile.EmergencyRight;
import org.tasuki.casefile.Refusal;
import org.tasuki.terms.CaseNumber;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** Opens a case that is not one's own when a child is in danger. What is typed is posted: no address carries a name. */
@Controller
class EmergencyController {

    private static final int LONGEST = 100;

    private final EmergencyAccess emergencies;
    private final EmergencyRight right;
    private final Clock clock;

    EmergencyController(EmergencyAccess emergencies, EmergencyRight right, Clock clock) {
        this.emergencies = emergencies;
        this.right = right;
        this.clock = clock;
    }

    /**
     * What was typed, and what is wrong with it.
     *
     * @param number chosen of several, or empty
     * @param problems message keys by field
     */
    record Entry(String typed, String number, String reason, String words, Map<String, String> problems) {

        Entry refused(Refusal refusal) {
            return new Entry(typed, number, reason, words, Map.of(refusal.field(), refusal.messageKey()));
        }
    }

    /** @param number a case that somebody was just told is not theirs */
    @GetMapping("/emergency")
    ModelAndView ask(@RequestParam(defaultValue = "") String number) {
        mustMay();
        String typed = CaseNumber.looksLike(number) ? number : "";
        return page(new Entry(typed, "", "", "", Map.of()), null, HttpStatus.OK);
    }

    @PostMapping("/emergency")
    ModelAndView open(
            @RequestParam(defaultValue = "") String typed,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String words,
            Locale language,
            RedirectAttributes flash) {
        mustMay();
        String asked =
                typed.strip().substring(0, Math.min(LONGEST, typed.strip().length()));
        Entry entry = new Entry(asked, number, reason, words, Map.of());
        try {
            EmergencyReason why = EmergencyReason.of(reason, words);
            if (asked.isEmpty()) {
                throw new Refusal("typed", "casefile.emergency.typed.missing");
            }
            List<EmergencyAccess.Found> found = emergencies.look(asked);
            if (found.isEmpty()) {
                throw new Refusal("typed", "casefile.emergency.none");
            }
            CaseNumber chosen = chosen(found, number);
            if (chosen == null) {
                return page(entry, found, HttpStatus.OK);
            }
            emergencies.open(chosen, why);
            flash.addFlashAttribute("notice", Notice.caution("casefile.emergency.opened"));
            return new ModelAndView("redirect:/cases/" + chosen);
        } catch (Refusal refusal) {
            return page(entry.refused(refusal), null, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static @Nullable CaseNumber chosen(List<EmergencyAccess.Found> found, String number) {
        return found.stream()
                .map(EmergencyAccess.Found::number)
                .filter(one ->
                        found.size() == 1 && number.isEmpty() || one.value().equals(number))
                .findFirst()
                .orElse(null);
    }

    private ModelAndView page(Entry entry, @Nullable List<EmergencyAccess.Found> found, HttpStatus status) {
        ModelAndView page = new ModelAndView("casefile/emergency");
        page.setStatus(status);
        return page.addObject("entry", entry)
                .addObject("found", found)
                .addObject("now", clock.instant())
                .addObject("here", "/emergency")
                .addObject("hours", emergencies.lasts().toHours())
                .addObject(
                        "reasons",
                        Arrays.stream(EmergencyReason.Kind.values())
                                .map(EmergencyReason.Kind::key)
                                .toList());
    }

    private void mustMay() {
        if (!right.allows()) {
            throw new NotFound();
        }
    }
}
