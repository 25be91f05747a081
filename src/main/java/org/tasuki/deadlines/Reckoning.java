package org.tasuki.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tasuki.terms.CaseNumber;
import org.tasuki.terms.Japan;

/**
 * When a rule is due in one case: by what the case's record says of its start, by the calendar of whoever is waited for, and by
 * the times in which it stood still.
 */
@Component
class Reckoning {

    private final Calendars calendars;
    private final CaseFacts facts;
    private final PausesKept pauses;

    Reckoning(Calendars calendars, CaseFacts facts, PausesKept pauses) {
        this.calendars = calendars;
        this.facts = facts;
        this.pauses = pauses;
    }

    /**
     * For whom a limit counts.
     *
     * @param agency the agency that is waited for; null for the center itself
     * @param occasion whose given date counts, where a case has several; null where it has one
     * @param deadline its id; 0 before it has one
     */
    record Whose(CaseNumber number, String center, @Nullable String agency, @Nullable String occasion, long deadline) {}

    /** @param otherwise the start, where the rule counts from its task or the record does not say */
    Reckoned due(Whose whose, DeadlineRule rule, Instant otherwise) {
        Instant start = DeadlineRule.TASK.equals(rule.starts())
                ? otherwise
                : facts.at(whose.number(), rule.starts()).orElse(otherwise);
        return count(whose, rule, start, calendars.current(whose.center(), whose.agency(), rule.limit()));
    }

    /** The same start by another calendar, which is no office's yet. */
    Reckoned tried(OpenDeadline deadline, KeptCalendar calendar) {
        return count(deadline.whose(), deadline.rule(), deadline.due().start(), calendar);
    }

    private Reckoned count(Whose whose, DeadlineRule rule, Instant start, @Nullable KeptCalendar kept) {
        List<Pause> stood = pauses.of(whose, rule, start);
        if (kept == null) {
            return new Reckoned(rule.due(start, NeverAsked.CALENDAR, given(whose, rule), stood), null, null);
        }
        AskedCalendar asked = new AskedCalendar(kept.calendar());
        Due due = rule.due(start, asked, given(whose, rule), stood);
        return new Reckoned(due, kept.version(), asked.beyondWhatIsKnown() ? asked.knownThrough() : null);
    }

    private @Nullable LocalDate given(Whose whose, DeadlineRule rule) {
        return rule.limit() instanceof GivenDate date
                ? facts.at(whose.number(), CaseFacts.of(date.fact(), whose.occasion()))
                        .map(at -> LocalDate.ofInstant(at, Japan.ZONE))
                        .orElse(null)
                : null;
    }
}
