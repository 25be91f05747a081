package org.tasuki.operations.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.operations.Retrying;
import org.tasuki.operations.Retrying.Outcome;
import org.tasuki.operations.Trouble;
import org.tasuki.operations.Troubles;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** What failed in the cases of whoever reads, and trying it again. */
@Controller
class OperationsController {

    private static final String BACK = "redirect:/operations";

    private final OperationsDoor door;
    private final Troubles troubles;
    private final TroubleTable table;
    private final Retrying retrying;
    private final RetryRunPages runs;
    private final MailTroubles mails;
    private final Clock clock;

    OperationsController(
            OperationsDoor door,
            Troubles troubles,
            TroubleTable table,
            Retrying retrying,
            RetryRunPages runs,
            MailTroubles mails,
            Clock clock) {
        this.door = door;
        this.troubles = troubles;
        this.table = table;
        this.retrying = retrying;
        this.runs = runs;
        this.mails = mails;
        this.clock = clock;
    }

    @GetMapping("/operations")
    String list(Locale language, Model model) {
        door.enter();
        List<Trouble> found = troubles.list();
        model.addAttribute("rows", table.rows(found, language));
        model.addAttribute("causes", table.causes(found));
        model.addAttribute("most", found.size() == Troubles.MOST);
        model.addAttribute("runs", runs.latest(language));
        model.addAttribute("mails", mails.rows(language));
        model.addAttribute("mailCount", mails.count());
        model.addAttribute("now", clock.instant());
        return "operations/list";
    }

    @PostMapping("/operations/mail")
    String mail(@RequestParam(defaultValue = "") String mail, RedirectAttributes flash) {
        door.enter();
        flash.addFlashAttribute(
                "notice", mails.again(mail) ? Notice.done("outbox.again.done") : Notice.caution("outbox.gone"));
        return BACK;
    }

    @PostMapping("/operations/retry")
    String again(@RequestParam(defaultValue = "") String job, RedirectAttributes flash) {
        door.enter();
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
}
