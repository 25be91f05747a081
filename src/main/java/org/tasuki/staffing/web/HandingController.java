package org.tasuki.staffing.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.staffing.Absence;
import org.tasuki.staffing.HandingOver;
import org.tasuki.web.Notice;

/** A long absence: the officer's cases go to others, case by case (引継ぎ). */
@Controller
class HandingController {

    private final HandingOver handing;
    private final HandingPages pages;

    HandingController(HandingOver handing, HandingPages pages) {
        this.handing = handing;
        this.pages = pages;
    }

    @GetMapping("/absences/{id}/cases")
    String sheet(@PathVariable String id, Locale language, Model model) {
        pages.sheet(pages.of(id), Map.of(), Map.of(), language, model);
        return "staffing/handing";
    }

    /** What can be handed over is; what cannot stays on the sheet, and says why. */
    @PostMapping("/absences/{id}/cases")
    ModelAndView handOver(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            Locale language,
            Model model,
            RedirectAttributes flash) {
        Absence absence = pages.toHandOver(id);
        Map<String, String> chosen = chosen(typed);
        if (chosen.isEmpty()) {
            model.addAttribute("nothing", true);
        }
        Map<String, String> problems = new LinkedHashMap<>();
        chosen.forEach((number, officer) ->
                handing.handOver(absence, number, officer).ifPresent(problem -> problems.put(number, problem)));
        if (chosen.isEmpty() || !problems.isEmpty()) {
            pages.sheet(absence, chosen, problems, language, model);
            model.addAttribute("here", "/absences/" + absence.id() + "/cases");
            model.addAttribute("handed", chosen.size() - problems.size());
            return new ModelAndView("staffing/handing", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        flash.addFlashAttribute("notice", Notice.done("staffing.handing.done", String.valueOf(chosen.size())));
        return new ModelAndView("redirect:/absences/" + absence.id() + "/cases");
    }

    /** The ticked cases, each with the officer chosen for it. */
    private static Map<String, String> chosen(MultiValueMap<String, String> typed) {
        Map<String, String> chosen = new LinkedHashMap<>();
        Objects.requireNonNullElse(typed.get("case"), List.<String>of())
                .forEach(number ->
                        chosen.put(number, Objects.requireNonNullElse(typed.getFirst("officer-" + number), "")));
        return chosen;
    }
}
