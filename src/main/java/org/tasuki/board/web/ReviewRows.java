package org.tasuki.board.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tasuki.board.Reviews;
import org.tasuki.deadlines.DeadlineRules;
import org.tasuki.people.People;
import org.tasuki.terms.Japan;

/** What is to be looked at, in the reader's words. */
@Component
class ReviewRows {

    private final DeadlineRules rules;
    private final People people;
    private final MessageSource texts;
    private final Clock clock;

    ReviewRows(DeadlineRules rules, People people, MessageSource texts, Clock clock) {
        this.rules = rules;
        this.people = people;
        this.texts = texts;
        this.clock = clock;
    }

    /** @param about which limit, or why the record was opened */
    record Row(
            String what,
            String number,
            Instant at,
            @Nullable String about,
            @Nullable String by,
            @Nullable String reason,
            boolean open) {}

    List<Row> of(List<Reviews.Seen> seen, Locale language) {
        return seen.stream().map(one -> row(one, language)).toList();
    }

    private Row row(Reviews.Seen seen, Locale language) {
        boolean emergency = seen.what() == Reviews.What.EMERGENCY;
        return new Row(
                seen.what().name().toLowerCase(Locale.ROOT),
                seen.number().value(),
                seen.at(),
                emergency ? null : limit(seen.rule(), language),
                seen.by() == null ? null : people.name(seen.by()).in(language),
                emergency
                        ? texts.getMessage("casefile.emergency.reason." + seen.reason(), null, language)
                        : seen.reason(),
                seen.open());
    }

    private @Nullable String limit(@Nullable String rule, Locale language) {
        return rule == null || !rules.knows(rule)
                ? rule
                : rules.rule(rule, LocalDate.ofInstant(clock.instant(), Japan.ZONE))
                        .label()
                        .in(language);
    }
}
