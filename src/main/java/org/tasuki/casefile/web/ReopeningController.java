package org.tasuki.casefile.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.CaseReopening;
import org.tasuki.casefile.Refusal;
import org.tasuki.web.Notice;

/** Begins a closed case anew (再受理). */
@Controller
class ReopeningController {

    private final CaseDoor door;
    private final CaseReopening reopening;

    ReopeningController(CaseDoor door, CaseReopening reopening) {
        this.door = door;
        this.reopening = reopening;
    }

    @PostMapping("/cases/{number}/reopening")
    String reopen(@PathVariable String number, RedirectAttributes flash) {
        CaseFile file = door.enter(number, "reopening");
        flash.addFlashAttribute("notice", attempt(file));
        return "redirect:/cases/" + file.number();
    }

    private Notice attempt(CaseFile file) {
        try {
            reopening.reopen(file.number());
            return Notice.done("casefile.reopening.done");
        } catch (Refusal refusal) {
            return Notice.caution(refusal.messageKey());
        }
    }
}
