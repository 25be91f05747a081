package org.tasuki.training.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tasuki.deadlines.CalendarDays;
import org.tasuki.deadlines.CalendarHours;
import org.tasuki.deadlines.DeadlineRule;
import org.tasuki.deadlines.DeadlineRules;
import org.tasuki.deadlines.GivenDate;
import org.tasuki.deadlines.Limit;
import org.tasuki.deadlines.Months;
import org.tasuki.deadlines.WorkingDays;
import org.tasuki.deadlines.Years;
import org.tasuki.engine.StepLimit;
import org.tasuki.terms.Japan;

/** Tells a time limit: how long, on which clock, from when, by which law, and who hears of it when nobody acts. */
@Component
class LimitWords {

    private static final Map<Class<? extends Limit>, String> CLOCKS = Map.of(
            CalendarHours.class, "hours",
            CalendarDays.class, "days",
            WorkingDays.class, "working",
            Months.class, "months",
            Years.class, "years",
            GivenDate.class, "given");

    private final DeadlineRules rules;
    private final Outline outline;
    private final Clock clock;

    LimitWords(DeadlineRules rules, Outline outline, Clock clock) {
        this.rules = rules;
        this.outline = outline;
        this.clock = clock;
    }

    /**
     * @param clock the end of the message that says what the clock counts
     * @param starts the end of the message that says when it begins
     * @param mark how firm the law is: h, m, o
     * @param ends whether the task is taken away when it passes
     * @param pause the law by which it may stand still
     */
    public record Told(
            String label,
            String length,
            String clock,
            String starts,
            String law,
            String mark,
            List<Duration> warnings,
            List<Hears> ladder,
            boolean ends,
            boolean waivable,
            @Nullable String pause) {}

    /** Somebody who is told that it passed, and how long after. */
    public record Hears(String who, Duration after) {}

    /** Empty for a rule that is no longer in the office's list. */
    Optional<Told> of(StepLimit limit, Locale language) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Japan.ZONE);
        return rules.knows(limit.rule())
                ? Optional.of(told(limit, rules.kept(limit.rule(), today), language))
                : Optional.empty();
    }

    private Told told(StepLimit limit, DeadlineRule rule, Locale language) {
        return new Told(
                rule.label().in(language),
                rule.limit().text().in(language),
                Objects.requireNonNull(CLOCKS.get(rule.limit().getClass())),
                rule.starts(),
                rule.source().in(language),
                rule.mark().name().toLowerCase(Locale.ROOT),
                rule.warnings(),
                rule.ladder().stream()
                        .map(rung -> new Hears(outline.who(List.of(rung.to()), language), rung.after()))
                        .toList(),
                limit.ends(),
                rule.waivable(),
                rule.pause() == null ? null : rule.pause().source().in(language));
    }
}
