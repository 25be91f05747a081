package org.tasuki.inbox.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.inbox.Holdings;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.Priority;
import org.tasuki.inbox.Push;
import org.tasuki.people.People;
import org.tasuki.staffing.AssignmentRules;
import org.tasuki.staffing.Candidate;
import org.tasuki.staffing.Candidates;
import org.tasuki.staffing.Criterion;

/** Who could have a task, and how its holder came to it, in words. */
@Component
class PushPages {

    private final Push push;
    private final Holdings holdings;
    private final Priority priority;
    private final AssignmentRules rules;
    private final StepWords words;
    private final People people;
    private final MessageSource texts;
    private final Clock clock;

    PushPages(
            Push push,
            Holdings holdings,
            Priority priority,
            AssignmentRules rules,
            StepWords words,
            People people,
            MessageSource texts,
            Clock clock) {
        this.push = push;
        this.holdings = holdings;
        this.priority = priority;
        this.rules = rules;
        this.words = words;
        this.people = people;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * @param officer whether they answer for the case
     * @param awayUntil of whoever is away
     * @param hindrance a message key: why they cannot have it
     * @param fits message keys of what speaks for them, {@code lacks} of what does not
     */
    record Row(
            String account,
            String name,
            boolean officer,
            int cases,
            int tasks,
            int hours,
            @Nullable Instant awayUntil,
            @Nullable String hindrance,
            List<String> fits,
            List<String> lacks) {}

    /** How the holder came to it, or why nobody was given it; null where there is nothing to say. */
    @Nullable
    String given(InboxItem item, Locale language) {
        return holdings.of(item.taskId()).map(held -> said(held, language)).orElse(null);
    }

    /** Who put it first, and why; null when nobody has. */
    @Nullable
    String raised(InboxItem item, Locale language) {
        return priority.of(item.taskId())
                .map(one -> text(
                        "inbox.raised.by",
                        language,
                        name(one.by(), language),
                        text("inbox.push.reason." + one.why(), language)))
                .orElse(null);
    }

    private @Nullable String said(Holdings.Held held, Locale language) {
        String why = held.why();
        if (held.how() == null) {
            return why == null || why.equals("pull") ? null : text("inbox.given.waits." + why, language);
        }
        return switch (held.how()) {
            case CLAIMED -> null;
            case RULE -> text("inbox.given.rule." + why, language);
            case PUSHED ->
                text(
                        "inbox.given.pushed",
                        language,
                        name(held.by(), language),
                        text("inbox.push.reason." + why, language));
            case SUBSTITUTE -> text("inbox.given.substitute", language, name(held.standsInFor(), language));
            case HANDED_BACK -> text("inbox.given.handedBack", language);
            case HANDED_OVER -> text("inbox.given.handedOver", language);
        };
    }

    private String name(@Nullable String account, Locale language) {
        return account == null ? "" : people.name(account).in(language);
    }

    @Transactional(readOnly = true)
    public void page(
            InboxItem item, String person, String reason, Map<String, String> problems, Locale language, Model model) {
        Candidates.Field field = push.candidates(item);
        model.addAttribute("task", item.taskId());
        model.addAttribute("number", item.number().value());
        model.addAttribute("step", words.step(item.process(), item.step()).in(language));
        model.addAttribute("since", item.bornAt());
        model.addAttribute("due", item.dueAt());
        model.addAttribute("now", item.now());
        model.addAttribute("today", clock.instant());
        model.addAttribute("holder", item.assignee() == null ? null : name(item.assignee(), language));
        model.addAttribute("given", given(item, language));
        model.addAttribute("planned", rules.plannedCases());
        model.addAttribute(
                "rows",
                field.people().stream()
                        .filter(one -> !one.account().equals(item.assignee()))
                        .sorted(Comparator.comparing((Candidate one) -> !one.officer())
                                .thenComparing(one -> one.hindrance() != null)
                                .thenComparing(Candidate::load)
                                .thenComparing(Candidate::account))
                        .map(one -> row(one, field, language))
                        .toList());
        model.addAttribute(
                "reasons",
                Arrays.stream(Push.Reason.values()).map(Push.Reason::key).toList());
        model.addAttribute("person", person);
        model.addAttribute("reason", reason);
        model.addAttribute("problems", problems);
    }

    private Row row(Candidate one, Candidates.Field field, Locale language) {
        Candidate.Hindrance hindrance = one.hindrance();
        return new Row(
                one.account(),
                name(one.account(), language),
                one.officer(),
                one.cases(),
                one.tasks(),
                one.hours(),
                one.awayUntil(),
                hindrance == null ? null : "inbox.push.row." + hindrance.name().toLowerCase(Locale.ROOT),
                field.met(one).stream()
                        .filter(met -> met != Criterion.OFFICER)
                        .map(PushPages::fits)
                        .toList(),
                field.missed(one).stream().map(PushPages::lacks).toList());
    }

    private static String fits(Criterion criterion) {
        return "inbox.push.fits." + criterion.key();
    }

    private static String lacks(Criterion criterion) {
        return "inbox.push.lacks." + criterion.key();
    }

    private String text(String key, Locale language, Object... values) {
        return texts.getMessage(key, values, language);
    }
}
