package org.tasuki.deadlines;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves due times whose facts have changed. What it was before is kept with who changed it; the ladder begins anew, because what
 * was said of the old time says nothing of the new one.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DeadlineChanges {

    /** Why a due time moved; calendars and versions of rules will be others. */
    private static final String FACT = "fact";

    private final JdbcClient jdbc;
    private final DeadlineRules rules;
    private final Reckoning reckoning;
    private final CaseClocks clocks;
    private final ApplicationEventPublisher events;

    DeadlineChanges(
            JdbcClient jdbc,
            DeadlineRules rules,
            Reckoning reckoning,
            CaseClocks clocks,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.reckoning = reckoning;
        this.clocks = clocks;
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
                    .forEach(deadline -> recompute(deadline, FACT));
        }
    }

    private void recompute(OpenDeadline deadline, String why) {
        Due due =
                reckoning.due(deadline.number(), deadline.rule(), deadline.due().start());
        if (!due.at().equals(deadline.due().at())
                || !due.start().equals(deadline.due().start())) {
            move(deadline, due, why);
        }
    }

    private void move(OpenDeadline deadline, Due due, String why) {
        KnownDeadlines.forget();
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

    private void keep(OpenDeadline deadline, Due due, String why) {
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
                .param("why", why)
                .param("oldStart", utc(deadline.due().start()))
                .param("oldDue", utc(deadline.due().at()))
                .param("oldVersion", deadline.due().version())
                .param("newStart", utc(due.start()))
                .param("newDue", utc(due.at()))
                .param("newVersion", due.version())
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
