package org.tasuki.practice.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.inbox.web.Lines;
import org.tasuki.people.SignedIn;
import org.tasuki.people.web.Admission;
import org.tasuki.practice.ClassClock;
import org.tasuki.practice.ClassDesk;
import org.tasuki.practice.ClassEnd;
import org.tasuki.practice.ClassOpening;
import org.tasuki.practice.PracticeClass;
import org.tasuki.practice.Seats;
import org.tasuki.terms.Typing;
import org.tasuki.web.Notice;

/** A trainer's classes: opened, watched, their time let pass, ended. */
@Controller
class ClassController {

    private final ClassDoor door;
    private final ClassOpening opening;
    private final ClassPages pages;
    private final ClassClock clock;
    private final ClassEnd end;
    private final Seats seats;
    private final Admission admission;
    private final Lines lines;

    ClassController(
            ClassDoor door,
            ClassOpening opening,
            ClassPages pages,
            ClassClock clock,
            ClassEnd end,
            Seats seats,
            Admission admission,
            Lines lines) {
        this.door = door;
        this.opening = opening;
        this.pages = pages;
        this.clock = clock;
        this.end = end;
        this.seats = seats;
        this.admission = admission;
        this.lines = lines;
    }

    @GetMapping("/practice")
    String list(Model model) {
        door.enter();
        pages.list(ClassName.empty(), model);
        return "practice/classes";
    }

    @PostMapping("/practice")
    ModelAndView open(@RequestParam(defaultValue = "") String name, Model model, RedirectAttributes flash) {
        door.enter();
        ClassName typed = ClassName.typed(name);
        if (typed.problem() != null) {
            pages.list(typed, model);
            model.addAttribute("here", "/practice");
            return new ModelAndView("practice/classes", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        PracticeClass opened = opening.open(typed.text());
        flash.addFlashAttribute("notice", Notice.done("practice.opened", opened.code()));
        return new ModelAndView(at(opened));
    }

    @GetMapping("/practice/classes/{code}")
    String one(@PathVariable String code, Locale language, Model model) {
        pages.one(door.own(code), ClassName.empty(), language, model);
        return "practice/class";
    }

    @GetMapping("/practice/classes/{code}/news")
    String news(@PathVariable String code, @RequestParam(defaultValue = "") String seen, Model model) {
        model.addAttribute("moved", pages.moved(door.own(code), seen));
        return "practice/news";
    }

    @GetMapping("/practice/classes/{code}/stream")
    ResponseEntity<SseEmitter> stream(@PathVariable String code, HttpServletRequest request) {
        return lines.ofCenter(door.own(code).center(), request);
    }

    @PostMapping("/practice/classes/{code}/time")
    ModelAndView letPass(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String by,
            Locale language,
            Model model,
            RedirectAttributes flash) {
        PracticeClass held = door.own(code);
        if (!held.open() || held.paused()) {
            flash.addFlashAttribute("notice", Notice.caution(held.open() ? "practice.paused" : "practice.over"));
            return new ModelAndView(at(held));
        }
        Optional<Duration> length = Jump.typed(by).length(clock.now(held), () -> clock.nextLimit(held));
        if (length.isEmpty()) {
            pages.one(held, ClassName.empty(), language, model);
            model.addAttribute("to", Typing.visible(by));
            model.addAttribute("notice", Notice.caution("practice.passed.not"));
            model.addAttribute("here", "/practice/classes/" + held.code());
            return new ModelAndView("practice/class", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        int behind = clock.letPass(held, length.get());
        flash.addFlashAttribute(
                "notice",
                behind == 0
                        ? Notice.done("practice.passed")
                        : Notice.caution("practice.behind", String.valueOf(behind)));
        return new ModelAndView(at(held));
    }

    @PostMapping("/practice/classes/{code}/pause")
    String pause(@PathVariable String code, RedirectAttributes flash) {
        PracticeClass held = door.own(code);
        int running = clock.pause(held);
        if (running > 0) {
            flash.addFlashAttribute("notice", Notice.caution("practice.pause.behind", String.valueOf(running)));
        }
        return at(held);
    }

    @PostMapping("/practice/classes/{code}/resumption")
    String goOn(@PathVariable String code) {
        PracticeClass held = door.own(code);
        clock.goOn(held);
        return at(held);
    }

    @PostMapping("/practice/classes/{code}/end")
    String end(@PathVariable String code, RedirectAttributes flash) {
        PracticeClass held = door.own(code);
        end.end(held);
        clock.stop(held);
        flash.addFlashAttribute("notice", Notice.done("practice.ended"));
        return at(held);
    }

    /** The trainer takes a desk of the class: from here on, until they step out, they are nobody else. */
    @PostMapping("/practice/classes/{code}/desk")
    String stepIn(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String desk,
            @AuthenticationPrincipal SignedIn trainer,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        PracticeClass held = door.own(code);
        return ClassDesk.of(desk)
                .flatMap(chosen -> seats.stepIn(held, trainer, chosen))
                .map(seat -> {
                    admission.admit(seat, request, response);
                    return "redirect:/";
                })
                .orElseGet(() -> {
                    flash.addFlashAttribute("notice", Notice.caution("practice.desk.not"));
                    return at(held);
                });
    }

    private static String at(PracticeClass held) {
        return "redirect:/practice/classes/" + held.code();
    }
}
