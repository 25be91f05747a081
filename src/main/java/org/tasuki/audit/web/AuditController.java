package org.tasuki.audit.web;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.audit.AuditTrail;
import org.tasuki.audit.TrailCheck;
import org.tasuki.audit.Verdict;
import org.tasuki.audit.Verdict.Break;
import org.tasuki.people.Acting;
import org.tasuki.web.Notice;

/** The auditor's page: who did what at the own center, and whether anybody has changed what is said about it. */
@Controller
class AuditController {

    private final AuditPages pages;
    private final TrailCheck check;
    private final Acting acting;

    AuditController(AuditPages pages, TrailCheck check, Acting acting) {
        this.pages = pages;
        this.check = check;
        this.acting = acting;
    }

    @GetMapping("/audit")
    String trail(@RequestParam Map<String, String> parameters, Locale language, Model model) {
        pages.page(center(), Question.read(parameters), AuditTrail.before(parameters.get("before")), language, model);
        return "audit/trail";
    }

    /** The whole chain, which takes a while on a long one. */
    @PostMapping("/audit/check")
    String check(RedirectAttributes flash) {
        Verdict verdict = check.of(center());
        Break broken = verdict.broken();
        flash.addFlashAttribute(
                "notice",
                broken == null
                        ? Notice.done("audit.check.whole", String.valueOf(verdict.entries()))
                        : Notice.caution(
                                "audit.fault." + broken.fault().key(),
                                broken.entry() == 0 ? "–" : String.valueOf(broken.entry()),
                                String.valueOf(broken.seq())));
        return "redirect:/audit";
    }

    private String center() {
        return Objects.requireNonNull(acting.current().center(), "an auditor without a center");
    }
}
