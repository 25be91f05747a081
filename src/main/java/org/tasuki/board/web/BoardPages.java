package org.tasuki.board.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.tasuki.board.AnsweringAgencies;
import org.tasuki.board.Load;
import org.tasuki.board.Protections;
import org.tasuki.board.Reviews;
import org.tasuki.board.Waiting;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.ProcessFacts;
import org.tasuki.inbox.InboxItem;
import org.tasuki.people.People;
import org.tasuki.web.NotFound;

/** Draws the board, all of it as it is at one moment. */
@Component
@Transactional(readOnly = true)
class BoardPages {

    /** More rows than somebody reads in a morning are on the pages behind. */
    private static final int NEXT = 30;

    private static final int REVIEWS = 20;

    private final StepRows steps;
    private final Waiting waiting;
    private final TaskRows tasks;
    private final AnsweringAgencies agencies;
    private final Protections protections;
    private final Reviews reviews;
    private final ReviewRows reviewRows;
    private final ApprovalPages approvals;
    private final ProcessCatalog catalog;
    private final People people;
    private final Clock clock;

    BoardPages(
            StepRows steps,
            Waiting waiting,
            TaskRows tasks,
            AnsweringAgencies agencies,
            Protections protections,
            Reviews reviews,
            ReviewRows reviewRows,
            ApprovalPages approvals,
            ProcessCatalog catalog,
            People people,
            Clock clock) {
        this.steps = steps;
        this.waiting = waiting;
        this.tasks = tasks;
        this.agencies = agencies;
        this.protections = protections;
        this.reviews = reviews;
        this.reviewRows = reviewRows;
        this.approvals = approvals;
        this.catalog = catalog;
        this.people = people;
        this.clock = clock;
    }

    /** A process on offer: its name, and the cases in it. */
    record Choice(String key, String name, String address, boolean chosen, Load load) {}

    /** What an agency was handed, by its name. */
    record AgencyRow(String name, AnsweringAgencies.OfAgency facts) {}

    /** @throws NotFound when there is no such process */
    void board(BoardView view, Locale language, Model model) {
        ProcessFacts process = catalog.process(view.process()).orElseThrow(NotFound::new);
        StepRows.Read read = steps.of(process, view, language);
        model.addAttribute("board", view);
        model.addAttribute("process", process.name().in(language));
        model.addAttribute("steps", read.steps());
        model.addAttribute("all", read.all());
        model.addAttribute("choices", choices(view, read, language));
        model.addAttribute("approvals", approvals.count());
        around(language, model);
    }

    /** What stands on the board beside the diagram, and on the sheets. */
    void around(Locale language, Model model) {
        List<InboxItem> next = waiting.next(NEXT + 1);
        model.addAttribute("next", tasks.of(next.stream().limit(NEXT).toList(), language));
        model.addAttribute("more", next.size() > NEXT);
        model.addAttribute(
                "agencies",
                agencies.byAgency().stream()
                        .map(one -> new AgencyRow(people.agency(one.agency()).in(language), one))
                        .toList());
        model.addAttribute("stays", protections.now());
        model.addAttribute("places", protections.places());
        model.addAttribute("reviews", reviewRows.of(reviews.latest(REVIEWS), language));
        model.addAttribute("now", clock.instant());
    }

    Load all() {
        return steps.all();
    }

    private List<Choice> choices(BoardView view, StepRows.Read read, Locale language) {
        return catalog.processes().stream()
                .map(one -> new Choice(
                        one.key(),
                        one.name().in(language),
                        view.address(one.key()),
                        one.key().equals(view.process()),
                        read.processes().getOrDefault(one.key(), Load.NONE)))
                .toList();
    }
}
