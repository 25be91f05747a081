package org.tasuki.operations.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.operations.Retrying;
import org.tasuki.operations.Retrying.Outcome;
import org.tasuki.operations.Retrying.Together;
import org.tasuki.operations.Trouble;
import org.tasuki.operations.Troubles;
import org.tasuki.outbox.MailSettings;
import org.tasuki.outbox.Undelivered;
import org.tasuki.people.Acting;
import org.tasuki.people.Right;
import org.tasuki.web.NotAllowed;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** What failed in the cases of whoever reads, and trying it again. */
@Controller
class OperationsController {

    private static final String BACK = "redirect:/operations";

    private final Troubles troubles;
    private final TroubleTable table;
    private final Retrying retrying;
    private final Undelivered mails;
    private final MailSettings mail;
    private final Acting acting;
    private final AuditTrail trail;

    OperationsController(
            Troubles troubles,
            TroubleTable table,
            Retrying retrying,
            Undelivered mails,
            MailSettings mail,
            Acting acting,
            AuditTrail trail) {
        this.troubles = troubles;
        this.table = table;
        this.retrying = retrying;
        this.mails = mails;
        this.mail = mail;
        this.acting = acting;
        this.trail = trail;
    }

    @GetMapping("/operations")
    String list(Locale language, Model model) {
        mustBeAllowed();
        List<Trouble> found = troubles.list();
        model.addAttribute("rows", table.rows(found, language));
        model.addAttribute("causes", table.causes(found));
        model.addAttribute("most", found.size() == Troubles.MOST);
        model.addAttribute("mails", mail.on() ? mails.count() : 0);
        return "operations/list";
    }

    @PostMapping("/operations/retry")
    String again(@RequestParam(defaultValue = "") String job, RedirectAttributes flash) {
        mustBeAllowed();
        Outcome outcome = job.matches("[\\w-]{1,64}") ? retrying.again(job) : Outcome.GONE;
        if (outcome == Outcome.NOT_THEIRS) {
            throw new NotFound();
        }
        flash.addFlashAttribute("notice", told(outcome));
        return BACK;
    }

    private static Notice told(Outcome outcome) {
        return switch (outcome) {
            case DONE -> Notice.done("operations.again.done");
            case WAITS -> Notice.done("operations.again.waits");
            case FAILED -> Notice.caution("operations.again.failed");
            case GONE, NOT_THEIRS -> Notice.caution("operations.again.gone");
        };
    }

    @PostMapping("/operations/retry-all")
    String all(@RequestParam(defaultValue = "") String cause, RedirectAttributes flash) {
        mustBeAllowed();
        Together came = retrying.all(cause);
        String[] counts = {
            String.valueOf(came.done()),
            String.valueOf(came.failed()),
            String.valueOf(came.gone()),
            String.valueOf(came.left())
        };
        flash.addFlashAttribute(
                "notice",
                came.failed() + came.left() == 0
                        ? Notice.done("operations.all.done", counts)
                        : Notice.caution("operations.all.some", counts));
        return BACK;
    }

    private void mustBeAllowed() {
        if (!acting.may(Right.MEND_FLOW)) {
            trail.noteAlone(Act.ACCESS_REFUSED, null, Map.of("page", "operations"));
            throw new NotAllowed();
        }
    }
}
