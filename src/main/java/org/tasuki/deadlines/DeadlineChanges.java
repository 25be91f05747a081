package org.tasuki.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.terms.Japan;

/**
 * Moves due times whose facts have changed. What it was before is kept with who changed it; the ladder begins anew, because what
 * was said of the old time says nothing of the new one.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DeadlineChanges {

    private enum Why {
        FACT,
        CALENDAR,
        RULE;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final JdbcClient jdbc;
    private final DeadlineRules rules;
    private final BusinessCalendar calendar;
    private final CaseClocks clocks;
    private final CaseFacts facts;
    private final ApplicationEventPublisher events;

    DeadlineChanges(
            JdbcClient jdbc,
            DeadlineRules rules,
            BusinessCalendar calendar,
            CaseClocks clocks,
            CaseFacts facts,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.calendar = calendar;
        this.clocks = clocks;
        this.facts = facts;
        this.events = events;
    }

    /** A start, or a date that was given, was corrected. */
    @EventListener
    void corrected(FactNoted noted) {
        List<String> touched = rules.countingFrom(noted.names());
        if (!touched.isEmpty()) {
            jdbc.sql(
                            "select * from deadline where case_number = :case and ended_at is null and rule in (:rules) order by id")
                    .param("case", noted.number().value())
                    .param("rules", touched)
                    .query((row, index) -> OpenDeadline.read(row, rules))
                    .list()
                    .forEach(deadline -> recompute(deadline, Why.FACT));
        }
    }

    private void recompute(OpenDeadline deadline, Why why) {
        Instant start = start(deadline).orElse(deadline.due().start());
        Due due = deadline.rule().due(start, calendar, given(deadline));
        if (!due.at().equals(deadline.due().at())
                || !start.equals(deadline.due().start())) {
            move(deadline, due, why);
        }
    }

    private void move(OpenDeadline deadline, Due due, Why why) {
        keep(deadline, due, why);
        Instant first = new Ladder(LadderStep.of(deadline.rule(), due), 0, !deadline.timerSpent()).wakesAt();
        jdbc.sql(
                        """
                update deadline set started_at = :start, due_at = :due, warn_at = :warn::timestamptz[], rule_version = :version,
                                    state = 'running', round = round + 1, announced = 0, wake_at = :wake
                where id = :id
                """)
                .param("start", utc(due.start()))
                .param("due", utc(due.at()))
                .param("warn", due.warnings().stream().map(Instant::toString).toArray(String[]::new))
                .param("version", due.version())
                .param("wake", first == null ? null : utc(clocks.toSystem(deadline.number(), first)))
                .param("id", deadline.id())
                .update();
        events.publishEvent(new DueMoved(
                deadline.id(),
                deadline.number(),
                deadline.center(),
                deadline.waitId(),
                deadline.process(),
                deadline.step(),
                deadline.rule().id(),
                !deadline.timerSpent(),
                due.at(),
                due.warnings().isEmpty() ? null : due.warnings().get(0)));
    }

    private void keep(OpenDeadline deadline, Due due, Why why) {
        jdbc.sql(
                        """
                insert into deadline_change (deadline, case_number, center, at, by_account, why, old_start, old_due, old_version,
                                             new_start, new_due, new_version)
                values (:id, :case, :center, :at, acting_account(), :why, :oldStart, :oldDue, :oldVersion, :newStart, :newDue, :newVersion)
                """)
                .param("id", deadline.id())
                .param("case", deadline.number().value())
                .param("center", deadline.center())
                .param("at", utc(clocks.of(deadline.number()).instant()))
                .param("why", why.key())
                .param("oldStart", utc(deadline.due().start()))
                .param("oldDue", utc(deadline.due().at()))
                .param("oldVersion", deadline.due().version())
                .param("newStart", utc(due.start()))
                .param("newDue", utc(due.at()))
                .param("newVersion", due.version())
                .update();
    }

    private Optional<Instant> start(OpenDeadline deadline) {
        String from = deadline.rule().starts();
        return DeadlineRule.TASK.equals(from) ? Optional.empty() : facts.at(deadline.number(), from);
    }

    private @Nullable LocalDate given(OpenDeadline deadline) {
        return deadline.rule().limit() instanceof GivenDate date
                ? facts.at(deadline.number(), date.fact())
                        .map(at -> LocalDate.ofInstant(at, Japan.ZONE))
                        .orElse(null)
                : null;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
