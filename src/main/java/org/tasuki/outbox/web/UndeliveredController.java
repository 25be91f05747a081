package org.tasuki.outbox.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.outbox.Undelivered;
import org.tasuki.people.People;
import org.tasuki.terms.Typing;
import org.tasuki.web.NotAllowed;
import org.tasuki.web.Notice;

/** The mails that never got there (不達メール), and what becomes of them. */
@Controller
class UndeliveredController {

    private static final Logger LOG = LoggerFactory.getLogger(UndeliveredController.class);
    private static final String BACK = "redirect:/mail";
    private static final int LONGEST = 200;

    private final Undelivered mails;
    private final People people;
    private final AuditTrail trail;
    private final Clock clock;

    UndeliveredController(Undelivered mails, People people, AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.mails = mails;
        this.people = people;
        this.clock = clock;
    }

    /** A row of templates/outbox/undelivered.html. */
    record Row(long id, String name, String kind, String why, int tries, Instant at, Instant endedAt) {}

    @GetMapping("/mail")
    String list(Locale language, Model model) {
        mustBeAllowed();
        draw(-1, "", null, language, model);
        return "outbox/undelivered";
    }

    @PostMapping("/mail/{id}/again")
    String again(@PathVariable String id, RedirectAttributes flash) {
        mustBeAllowed();
        boolean there = isNumber(id) && mails.again(Long.parseLong(id));
        flash.addFlashAttribute("notice", there ? Notice.done("outbox.again.done") : Notice.caution("outbox.gone"));
        return BACK;
    }

    @PostMapping("/mail/{id}/giving-up")
    ModelAndView giveUp(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Locale language,
            Model model,
            RedirectAttributes flash) {
        mustBeAllowed();
        String typed = Typing.tidy(reason);
        String problem = problem(typed);
        if (isNumber(id) && problem != null) {
            LOG.info("giving up a mail was refused: {}", problem);
            draw(Long.parseLong(id), Typing.visible(typed), problem, language, model);
            model.addAttribute("here", "/mail");
            return new ModelAndView("outbox/undelivered", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        boolean there = isNumber(id) && mails.giveUp(Long.parseLong(id), typed);
        flash.addFlashAttribute("notice", there ? Notice.done("outbox.givenUp") : Notice.caution("outbox.gone"));
        return new ModelAndView(BACK);
    }

    private static boolean isNumber(String id) {
        return id.matches("\\d{1,18}");
    }

    private static @Nullable String problem(String reason) {
        if (reason.isEmpty()) {
            return "outbox.problem.reason";
        }
        return Typing.length(reason) > LONGEST || Typing.hostile(reason, false) ? "outbox.problem.reason.long" : null;
    }

    private void draw(long refused, String reason, @Nullable String problem, Locale language, Model model) {
        model.addAttribute(
                "rows",
                mails.list().stream()
                        .map(mail -> new Row(
                                mail.id(),
                                people.name(mail.account()).in(language),
                                mail.kind(),
                                mail.why(),
                                mail.tries(),
                                mail.madeAt(),
                                mail.endedAt()))
                        .toList());
        model.addAttribute("refused", refused);
        model.addAttribute("reason", reason);
        model.addAttribute("problem", problem);
        model.addAttribute("now", clock.instant());
    }

    private void mustBeAllowed() {
        if (!mails.mayBeSeen()) {
            trail.noteAlone(Act.ACCESS_REFUSED, null, Map.of("page", "mail"));
            throw new NotAllowed();
        }
    }
}
