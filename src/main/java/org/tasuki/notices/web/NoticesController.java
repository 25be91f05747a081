package org.tasuki.notices.web;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.notices.Calls;
import org.tasuki.notices.Mentions;
import org.tasuki.notices.Notices;
import org.tasuki.notices.TrainingNotices;
import org.tasuki.outbox.MailSettings;
import org.tasuki.outbox.Undelivered;
import org.tasuki.people.Acting;
import org.tasuki.web.Notice;

/** The deadlines that the reader must hear of, and the held courses that were cancelled (お知らせ). */
@Controller
class NoticesController {

    private final Notices notices;
    private final Mentions mentions;
    private final Calls calls;
    private final TrainingNotices training;
    private final NoticePages pages;
    private final Undelivered mails;
    private final MailSettings settings;
    private final Acting acting;

    NoticesController(
            Notices notices,
            Mentions mentions,
            Calls calls,
            TrainingNotices training,
            NoticePages pages,
            Undelivered mails,
            MailSettings settings,
            Acting acting) {
        this.notices = notices;
        this.mentions = mentions;
        this.calls = calls;
        this.training = training;
        this.pages = pages;
        this.mails = mails;
        this.settings = settings;
        this.acting = acting;
    }

    @GetMapping("/notices")
    String list(Locale language, Model model) {
        model.addAttribute("rows", pages.rows(language));
        model.addAttribute("calls", pages.calls(language));
        model.addAttribute("duties", pages.duties(language));
        model.addAttribute("trainings", pages.trainings(language));
        model.addAttribute("most", Notices.MOST);
        model.addAttribute("center", acting.current().worksOnCases());
        model.addAttribute("undelivered", settings.on() && mails.mayBeSeen() ? mails.count() : 0);
        return "notices/list";
    }

    @PostMapping("/notices/{id}/reading")
    String read(@PathVariable String id, RedirectAttributes flash) {
        if (!notices.read(id)) {
            flash.addFlashAttribute("notice", Notice.caution("notices.gone"));
        }
        return "redirect:/notices";
    }

    @PostMapping("/notices/reading")
    String readAll() {
        notices.readAll();
        mentions.readAll();
        calls.readAll();
        training.readAll();
        return "redirect:/notices";
    }
}
