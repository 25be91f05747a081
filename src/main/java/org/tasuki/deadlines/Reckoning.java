package org.tasuki.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tasuki.terms.CaseNumber;
import org.tasuki.terms.Japan;

/** When a rule is due in one case: by what the case's record says of its start, and by the office's calendar. */
@Component
class Reckoning {

    private final BusinessCalendar calendar;
    private final CaseFacts facts;

    Reckoning(BusinessCalendar calendar, CaseFacts facts) {
        this.calendar = calendar;
        this.facts = facts;
    }

    /** @param otherwise the start, where the rule counts from its task or the record does not say */
    Due due(CaseNumber number, DeadlineRule rule, Instant otherwise) {
        return rule.due(start(number, rule, otherwise), calendar, given(number, rule));
    }

    private Instant start(CaseNumber number, DeadlineRule rule, Instant otherwise) {
        return DeadlineRule.TASK.equals(rule.starts())
                ? otherwise
                : facts.at(number, rule.starts()).orElse(otherwise);
    }

    private @Nullable LocalDate given(CaseNumber number, DeadlineRule rule) {
        return rule.limit() instanceof GivenDate date
                ? facts.at(number, date.fact())
                        .map(at -> LocalDate.ofInstant(at, Japan.ZONE))
                        .orElse(null)
                : null;
    }
}
