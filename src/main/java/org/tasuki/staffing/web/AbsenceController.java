package org.tasuki.staffing.web;

import java.time.Clock;
import java.util.Locale;
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
import org.tasuki.casefile.Refusal;
import org.tasuki.people.Acting;
import org.tasuki.people.SignedIn;
import org.tasuki.staffing.Absence;
import org.tasuki.staffing.Absences;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** Who is away and who stands in (不在・代理): one's own, and with the right to it everybody's. */
@Controller
class AbsenceController {

    private final Absences absences;
    private final AbsencePages pages;
    private final Acting acting;
    private final Clock clock;

    AbsenceController(Absences absences, AbsencePages pages, Acting acting, Clock clock) {
        this.absences = absences;
        this.pages = pages;
        this.acting = acting;
        this.clock = clock;
    }

    @GetMapping("/absences")
    String list(Locale language, Model model) {
        pages.list(AbsenceSheet.empty(acting.current().account()), language, model);
        return "staffing/absences";
    }

    @PostMapping("/absences")
    ModelAndView enter(
            @RequestParam MultiValueMap<String, String> typed, Locale language, Model model, RedirectAttributes flash) {
        AbsenceSheet sheet = new AbsenceSheet(typed);
        SignedIn person = pages.colleague(sheet.text("person"));
        if (!absences.mayKeep(person.getUsername())) {
            throw new NotFound();
        }
        try {
            Absences.Entry entry = sheet.read(clock.instant());
            if (entry != null) {
                absences.enter(person, entry);
                flash.addFlashAttribute("notice", Notice.done("staffing.absence.entered"));
                return new ModelAndView("redirect:/absences");
            }
        } catch (Refusal refusal) {
            sheet.refused(refusal);
        }
        pages.list(sheet, language, model);
        return new ModelAndView("staffing/absences", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/absences/{id}/ending")
    String end(@PathVariable String id, RedirectAttributes flash) {
        Absence absence = pages.theirs(number(id));
        flash.addFlashAttribute(
                "notice",
                absences.end(absence)
                        ? Notice.done("staffing.absence.ended")
                        : Notice.caution("staffing.absence.gone"));
        return "redirect:/absences";
    }

    static long number(String id) {
        if (!id.matches("\\d{1,18}")) {
            throw new NotFound();
        }
        return Long.parseLong(id);
    }
}
