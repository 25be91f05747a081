package org.tasuki.people.web;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.people.Acting;
import org.tasuki.people.Offices;
import org.tasuki.people.Offices.Agency;
import org.tasuki.people.Role;
import org.tasuki.web.Notice;

/** The agencies that the center hands cases over to. */
@Controller
class AgenciesController {

    private final Offices offices;
    private final DirectoryPages pages;
    private final Acting acting;

    AgenciesController(Offices offices, DirectoryPages pages, Acting acting) {
        this.offices = offices;
        this.pages = pages;
        this.acting = acting;
    }

    @GetMapping("/agencies/new")
    String fresh(Locale language, Model model) {
        pages.agency(Sheet.empty(), language, model);
        return "people/new-agency";
    }

    @PostMapping("/agencies")
    ModelAndView add(
            @RequestParam MultiValueMap<String, String> typed, Locale language, Model model, RedirectAttributes flash) {
        Sheet sheet = new Sheet(typed);
        sheet.mustBeNamed("ja", "en");
        sheet.mustMatch("key", Sheet.KEY, "people.problem.key");
        @Nullable Role kind = Role.find(sheet.text("kind"));
        if (kind == null || !kind.ofAgency()) {
            sheet.add("kind", "people.problem.kind");
        } else if (sheet.problems() == 0 && added(sheet, kind)) {
            flash.addFlashAttribute(
                    "notice",
                    Notice.done("people.agencies.added", sheet.name("ja", "en").in(language)));
            return new ModelAndView("redirect:/accounts");
        }
        pages.agency(sheet, language, model);
        model.addAttribute("here", "/agencies/new");
        return new ModelAndView("people/new-agency", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private boolean added(Sheet sheet, Role kind) {
        String center = Objects.requireNonNull(acting.current().center(), "an administrator without a center");
        try {
            offices.add(new Agency(sheet.text("key"), kind, center, sheet.name("ja", "en")));
            return true;
        } catch (DuplicateKeyException taken) {
            sheet.add("key", "people.problem.keyTaken");
            return false;
        }
    }
}
