package org.tasuki.people.web;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
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
import org.tasuki.people.Sections;
import org.tasuki.people.Sections.Section;
import org.tasuki.people.SignedIn;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** The units of the administrator's center (係・班); who is in one stands on the account's own page. */
@Controller
class SectionsController {

    private static final String BACK = "redirect:/sections";

    private final Sections sections;
    private final DirectoryPages pages;
    private final TheirAccounts theirs;

    SectionsController(Sections sections, DirectoryPages pages, TheirAccounts theirs) {
        this.sections = sections;
        this.pages = pages;
        this.theirs = theirs;
    }

    @GetMapping("/sections")
    String all(Locale language, Model model) {
        pages.sections(language, model);
        return "people/sections";
    }

    @GetMapping("/sections/new")
    String fresh(Locale language, Model model) {
        pages.section(Sheet.empty(), language, model);
        return "people/new-section";
    }

    @PostMapping("/sections")
    ModelAndView add(
            @RequestParam MultiValueMap<String, String> typed, Locale language, Model model, RedirectAttributes flash) {
        SectionSheet sheet = SectionSheet.fresh(typed, sections.of(theirs.center()), supervisors());
        if (sheet.sheet().problems() == 0 && added(sheet)) {
            return done("people.sections.added", sheet, language, flash);
        }
        pages.section(sheet.sheet(), language, model);
        model.addAttribute("here", "/sections/new");
        return new ModelAndView("people/new-section", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private boolean added(SectionSheet sheet) {
        try {
            sections.add(sheet.section(theirs.center(), sheet.key()));
            return true;
        } catch (DuplicateKeyException taken) {
            sheet.sheet().add("ja", "people.problem.section.taken"); // by a colleague, meanwhile
            return false;
        }
    }

    @GetMapping("/sections/{section}/change")
    String change(@PathVariable("section") String key, Locale language, Model model) {
        Section section = of(key);
        pages.section(section, SectionSheet.of(section.named()).sheet(), language, model);
        return "people/change-section";
    }

    @PostMapping("/sections/{section}/change")
    ModelAndView change(
            @PathVariable("section") String key,
            @RequestParam MultiValueMap<String, String> typed,
            Locale language,
            Model model,
            RedirectAttributes flash) {
        Section section = of(key);
        SectionSheet sheet = SectionSheet.change(key, typed, sections.of(theirs.center()), supervisors());
        if (sheet.sheet().problems() == 0 && changed(key, sheet)) {
            return done("people.sections.changed", sheet, language, flash);
        }
        return refused(section, sheet.sheet(), language, model);
    }

    private boolean changed(String key, SectionSheet sheet) {
        try {
            if (sections.change(sheet.was(theirs.center(), key), sheet.section(theirs.center(), key))) {
                return true;
            }
            sheet.sheet().add("ja", "people.problem.section.changed");
        } catch (DuplicateKeyException taken) {
            sheet.sheet().add("ja", "people.problem.section.taken"); // by a colleague, meanwhile
        }
        return false;
    }

    @PostMapping("/sections/{section}/removal")
    ModelAndView remove(@PathVariable("section") String key, Locale language, Model model, RedirectAttributes flash) {
        Section section = of(key);
        SectionSheet sheet = SectionSheet.of(section.named());
        if (removed(key)) {
            return done("people.sections.removed", sheet, language, flash);
        }
        sheet.sheet().add("removal", "people.problem.section.people");
        return refused(of(key), sheet.sheet(), language, model);
    }

    private boolean removed(String key) {
        try {
            return sections.remove(theirs.center(), key);
        } catch (DataIntegrityViolationException movedIn) {
            return false;
        }
    }

    /** Another center's is as if it were not there. */
    private Section of(String key) {
        return sections.find(theirs.center(), key).orElseThrow(NotFound::new);
    }

    private Set<String> supervisors() {
        return pages.supervisors().stream().map(SignedIn::getUsername).collect(Collectors.toSet());
    }

    private ModelAndView refused(Section section, Sheet sheet, Locale language, Model model) {
        pages.section(section, sheet, language, model);
        model.addAttribute("here", "/sections/" + section.key() + "/change");
        return new ModelAndView("people/change-section", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView done(String told, SectionSheet sheet, Locale language, RedirectAttributes flash) {
        flash.addFlashAttribute(
                "notice", Notice.done(told, sheet.sheet().name("ja", "en").in(language)));
        return new ModelAndView(BACK);
    }
}
