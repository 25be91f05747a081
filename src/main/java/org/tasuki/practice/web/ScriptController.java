package org.tasuki.practice.web;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.people.SignedIn;
import org.tasuki.practice.PracticeClass;
import org.tasuki.practice.ScriptPlay;
import org.tasuki.practice.ScriptPlay.Outcome;
import org.tasuki.training.Scenarios;
import org.tasuki.web.Notice;

/** What comes into a class from outside, along a named way. */
@Controller
class ScriptController {

    private final ClassDoor door;
    private final Scenarios scenarios;
    private final ScriptPlay play;

    ScriptController(ClassDoor door, Scenarios scenarios, ScriptPlay play) {
        this.door = door;
        this.scenarios = scenarios;
        this.play = play;
    }

    @PostMapping("/practice/classes/{code}/scripts")
    String begin(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String way,
            @AuthenticationPrincipal SignedIn trainer,
            RedirectAttributes flash) {
        PracticeClass held = door.own(code);
        flash.addFlashAttribute(
                "notice",
                scenarios
                        .of(way)
                        .flatMap(scenario -> play.begin(held, trainer, scenario))
                        .map(number -> Notice.done("practice.script.begun", number.value()))
                        .orElse(Notice.caution("practice.script.not-begun")));
        return at(held);
    }

    @PostMapping("/practice/classes/{code}/scripts/{number}")
    String next(
            @PathVariable String code,
            @PathVariable String number,
            @AuthenticationPrincipal SignedIn trainer,
            RedirectAttributes flash) {
        PracticeClass held = door.own(code);
        flash.addFlashAttribute("notice", told(play.next(held, trainer, number)));
        return at(held);
    }

    private static Notice told(Outcome came) {
        return switch (came) {
            case DONE -> Notice.done("practice.script.happened");
            case NOT_NOW -> Notice.caution("practice.script.not-now");
            case ASTRAY -> Notice.caution("practice.script.astray");
            case HELD -> Notice.caution("practice.script.held");
            case REFUSED -> Notice.caution("practice.script.refused");
        };
    }

    private static String at(PracticeClass held) {
        return "redirect:/practice/classes/" + held.code();
    }
}
