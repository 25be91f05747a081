package org.tasuki.practice.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.people.web.Admission;
import org.tasuki.practice.ClassDesk;
import org.tasuki.practice.Classes;
import org.tasuki.practice.PracticeClass;
import org.tasuki.practice.Seats;

/** The door of the classes: open to everybody who knows a code. */
@Controller
class JoinController {

    private static final Logger LOG = LoggerFactory.getLogger(JoinController.class);
    private static final String PAGE = "/practice/join";
    private static final String VIEW = "practice/join";

    private final Classes classes;
    private final Seats seats;
    private final Admission admission;

    JoinController(Classes classes, Seats seats, Admission admission) {
        this.classes = classes;
        this.seats = seats;
        this.admission = admission;
    }

    @GetMapping(PAGE)
    String page(@RequestParam(defaultValue = "") String code, Model model) {
        show(JoinSheet.empty(code), model);
        return VIEW;
    }

    @PostMapping(PAGE)
    ModelAndView join(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String nick,
            @RequestParam(defaultValue = "") String desk,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        JoinSheet sheet = JoinSheet.typed(code, nick, desk);
        Optional<Seats.Taken> taken = taken(sheet);
        if (taken.isEmpty()) {
            LOG.info("a class's door refused {}", sheet.problems().keySet());
            show(sheet, model);
            model.addAttribute("here", PAGE);
            return new ModelAndView(VIEW, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        admission.admit(taken.get().person(), request, response);
        flash.addFlashAttribute("number", taken.get().number());
        return new ModelAndView("redirect:/practice/seat");
    }

    private Optional<Seats.Taken> taken(JoinSheet sheet) {
        Optional<PracticeClass> joined = classes.byCode(sheet.code());
        joined.ifPresentOrElse(
                found -> {
                    if (!found.open()) {
                        sheet.add("code", "practice.problem.over");
                    }
                },
                () -> sheet.add("code", "practice.problem.code"));
        if (!sheet.problems().isEmpty()) {
            return Optional.empty();
        }
        Optional<Seats.Taken> taken =
                seats.take(joined.orElseThrow(), sheet.nick(), sheet.chosen().orElseThrow());
        if (taken.isEmpty()) {
            sheet.add("code", "practice.problem.full");
        }
        return taken;
    }

    private static void show(JoinSheet sheet, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("desks", ClassDesk.choices());
    }
}
