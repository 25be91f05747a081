package org.tasuki.board.web;

import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What waits for the reader's approval. A task opened here comes back here. */
@Controller
class ApprovalsController {

    private final ApprovalPages pages;
    private final Clock clock;

    ApprovalsController(ApprovalPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/board/approvals")
    String approvals(Locale language, Model model) {
        ApprovalPages.Page page = pages.page(language);
        model.addAttribute("rows", page.rows());
        model.addAttribute("disposals", page.disposals());
        model.addAttribute("more", page.more());
        model.addAttribute("now", clock.instant());
        return "board/approvals";
    }
}
