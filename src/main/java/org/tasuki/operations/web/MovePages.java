package org.tasuki.operations.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.engine.Hindrance;
import org.tasuki.engine.OtherSteps.OtherStep;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.InboxList;
import org.tasuki.inbox.MovingStep;
import org.tasuki.inbox.MovingStep.Moved;
import org.tasuki.people.People;

/** The steps at which a case stands, where each could go, and what a move comes to. */
@Component
class MovePages {

    private final InboxList inbox;
    private final MovingStep moving;
    private final StepWords words;
    private final People people;

    MovePages(InboxList inbox, MovingStep moving, StepWords words, People people) {
        this.inbox = inbox;
        this.moving = moving;
        this.words = words;
        this.people = people;
    }

    /** What was typed, and what is wrong with it: message keys, null where nothing is. */
    record Typed(String task, String to, String reason, @Nullable String toProblem, @Nullable String reasonProblem) {

        static final Typed NOTHING = new Typed("", "", "", null, null);
    }

    /** @param desk a role's key; null for an agency's, which {@code holder} names then */
    record Stand(
            String task,
            String step,
            String name,
            String process,
            @Nullable String desk,
            @Nullable String holder,
            Instant due,
            Instant now,
            List<Way> open,
            List<Closed> closed) {}

    record Way(String step, String name) {}

    record Closed(String name, String why) {}

    void steps(CaseFile file, Typed typed, Locale language, Model model) {
        model.addAttribute("number", file.number().value());
        model.addAttribute(
                "stands",
                inbox.ofCase(file.number()).stream()
                        .map(item -> stand(item, moving.targets(item.taskId()), language))
                        .toList());
        model.addAttribute("typed", typed);
        model.addAttribute("here", "/operations/cases/" + file.number());
    }

    void preview(CaseFile file, Moved moved, Typed typed, Locale language, Model model) {
        model.addAttribute("number", file.number().value());
        model.addAttribute("from", stand(moved.from(), List.of(), language));
        model.addAttribute("to", stand(moved.to(), List.of(), language));
        model.addAttribute("typed", typed);
        model.addAttribute("here", "/operations/cases/" + file.number());
    }

    private Stand stand(InboxItem item, List<OtherStep> others, Locale language) {
        return new Stand(
                item.taskId(),
                item.step(),
                words.step(item.process(), item.step()).in(language),
                words.process(item.process()).in(language),
                item.agency() == null ? item.desk() : null,
                holder(item, language),
                item.dueAt(),
                item.now(),
                others.stream()
                        .filter(OtherStep::open)
                        .map(one -> new Way(one.step(), name(item, one, language)))
                        .toList(),
                others.stream()
                        .filter(one -> !one.open())
                        .map(one -> new Closed(name(item, one, language), why(one)))
                        .toList());
    }

    private String name(InboxItem item, OtherStep step, Locale language) {
        return words.step(item.process(), step.step()).in(language);
    }

    private static String why(OtherStep step) {
        Hindrance hindrance = Objects.requireNonNull(step.hindrance());
        return hindrance.key();
    }

    private @Nullable String holder(InboxItem item, Locale language) {
        if (item.assignee() != null) {
            return people.name(item.assignee()).in(language);
        }
        return item.agency() == null ? null : people.agency(item.agency()).in(language);
    }
}
