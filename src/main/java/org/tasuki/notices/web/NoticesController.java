package org.tasuki.notices.web;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.tasuki.notices.Notices;

/** The deadlines that the reader must hear of (期限のお知らせ). */
@Controller
class NoticesController {

    private final Notices notices;
    private final NoticePages pages;

    NoticesController(Notices notices, NoticePages pages) {
        this.notices = notices;
        this.pages = pages;
    }

    @GetMapping("/notices")
    String list(Locale language, Model model) {
        model.addAttribute("rows", pages.rows(language));
        model.addAttribute("most", Notices.MOST);
        return "notices/list";
    }

    @PostMapping("/notices/{id}/reading")
    String read(@PathVariable String id) {
        notices.read(id);
        return "redirect:/notices";
    }

    @PostMapping("/notices/reading")
    String readAll() {
        notices.readAll();
        return "redirect:/notices";
    }
}
