package org.tasuki.practice.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.practice.Checkpoints;
import org.tasuki.practice.Checkpoints.Outcome;
import org.tasuki.practice.ClassErasing;
import org.tasuki.practice.PracticeClass;
import org.tasuki.web.Notice;

/** A class is put aside as it stands, goes back to that, and is erased when it is over. */
@Controller
class CheckpointController {

    private final ClassDoor door;
    private final ClassPages pages;
    private final Checkpoints checkpoints;
    private final ClassErasing erasing;

    CheckpointController(ClassDoor door, ClassPages pages, Checkpoints checkpoints, ClassErasing erasing) {
        this.door = door;
        this.pages = pages;
        this.checkpoints = checkpoints;
        this.erasing = erasing;
    }

    @PostMapping("/practice/classes/{code}/checkpoints")
    ModelAndView keep(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String name,
            Locale language,
            Model model,
            RedirectAttributes flash) {
        PracticeClass held = door.own(code);
        ClassName typed = ClassName.typed(name);
        if (typed.problem() != null) {
            pages.one(held, typed, language, model);
            model.addAttribute("here", "/practice/classes/" + held.code());
            return new ModelAndView("practice/class", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        flash.addFlashAttribute("notice", told(checkpoints.keep(held, typed.text()), "practice.checkpoint.kept"));
        return new ModelAndView(at(held));
    }

    @PostMapping("/practice/classes/{code}/checkpoints/{id}")
    String goBack(@PathVariable String code, @PathVariable String id, RedirectAttributes flash) {
        PracticeClass held = door.own(code);
        Outcome came = id.matches("\\d{1,18}") ? checkpoints.goBack(held, Long.parseLong(id)) : Outcome.GONE;
        flash.addFlashAttribute("notice", told(came, "practice.checkpoint.back"));
        return at(held);
    }

    @PostMapping("/practice/classes/{code}/erasure")
    String erase(@PathVariable String code, RedirectAttributes flash) {
        PracticeClass held = door.own(code);
        flash.addFlashAttribute(
                "notice", erasing.erase(held) ? Notice.done("practice.erased") : Notice.caution("practice.erased.not"));
        return at(held);
    }

    private static Notice told(Outcome came, String done) {
        return switch (came) {
            case DONE -> Notice.done(done);
            case NOT_NOW -> Notice.caution("practice.checkpoint.not-now");
            case TOO_MANY -> Notice.caution("practice.checkpoint.too-many");
            case GONE -> Notice.caution("practice.checkpoint.gone");
        };
    }

    private static String at(PracticeClass held) {
        return "redirect:/practice/classes/" + held.code();
    }
}
