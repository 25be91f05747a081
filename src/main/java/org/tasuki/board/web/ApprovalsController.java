package org.tasuki.board.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.tasuki.board.Approvals;
import org.tasuki.casefile.web.EmergencyViews;
import org.tasuki.casefile.web.Papers;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.inbox.FourEyes;
import org.tasuki.inbox.InboxItem;
import org.tasuki.people.Acting;
import org.tasuki.people.People;

/** What waits for the reader's approval. A task opened here comes back here. */
@Controller
class ApprovalsController {

    private static final int MOST = 30;

    private final Approvals approvals;
    private final FourEyes fourEyes;
    private final TaskRows tasks;
    private final StepWords words;
    private final Papers papers;
    private final EmergencyViews emergencies;
    private final People people;
    private final Acting acting;
    private final Clock clock;

    ApprovalsController(
            Approvals approvals,
            FourEyes fourEyes,
            TaskRows tasks,
            StepWords words,
            Papers papers,
            EmergencyViews emergencies,
            People people,
            Acting acting,
            Clock clock) {
        this.approvals = approvals;
        this.fourEyes = fourEyes;
        this.tasks = tasks;
        this.words = words;
        this.papers = papers;
        this.emergencies = emergencies;
        this.people = people;
        this.acting = acting;
        this.clock = clock;
    }

    @GetMapping("/board/approvals")
    @Transactional(readOnly = true)
    String approvals(Locale language, Model model) {
        List<InboxItem> items = approvals.first(MOST + 1);
        model.addAttribute(
                "rows",
                items.stream().limit(MOST).map(item -> row(item, language)).toList());
        model.addAttribute("more", items.size() > MOST);
        model.addAttribute("now", clock.instant());
        return "board/approvals";
    }

    private ApprovalRow row(InboxItem item, Locale language) {
        String proposer = fourEyes.proposer(item).orElse(null);
        return new ApprovalRow(
                tasks.of(List.of(item), language).get(0),
                words.why(item.process(), item.step()).in(language),
                proposer == null ? null : people.name(proposer).in(language),
                acting.current().account().equals(proposer),
                papers.before(item.number(), item.center(), item.handOver(), language),
                emergencies.forTask(item.number(), item.process(), language));
    }
}
