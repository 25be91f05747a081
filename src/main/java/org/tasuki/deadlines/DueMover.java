package org.tasuki.deadlines;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Moves a due time. What it was before is kept with who changed it; the ladder begins anew, because what was said of the old
 * time says nothing of the new one.
 */
@Component
class DueMover {

    private final JdbcClient jdbc;
    private final CaseClocks clocks;
    private final ApplicationEventPublisher events;

    DueMover(JdbcClient jdbc, CaseClocks clocks, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clocks = clocks;
        this.events = events;
    }

    /** @param pausedUntil when it goes on by itself; null when it does not stand still */
    void move(OpenDeadline deadline, Reckoned to, DueChange why, @Nullable Instant pausedUntil) {
        keep(deadline, to.due(), why);
        jdbc.sql(
                        """
                update deadline set started_at = :start, due_at = :due, warn_at = :warn::timestamptz[], rule_version = :version,
                                    state = :state, round = round + 1, announced = 0, wake_at = :wake,
                                    calendar_version = :calendar, known_through = :known
                where id = :id
                """)
                .param("start", utc(to.due().start()))
                .param("due", utc(to.due().at()))
                .param("warn", warnings(to.due()))
                .param("version", to.due().version())
                .param("state", (pausedUntil == null ? DeadlineState.RUNNING : DeadlineState.PAUSED).key())
                .param("wake", wake(deadline, to.due(), pausedUntil))
                .param("calendar", to.calendarVersion())
                .param("known", to.knownThrough())
                .param("id", deadline.id())
                .update();
        tell(deadline, to.due(), why, pausedUntil == null ? Standing.RUNNING : Standing.PAUSED);
    }

    /** Nothing moves, but by what it was counted is written down, so that nobody counts it again. */
    void settle(OpenDeadline deadline, Reckoned by) {
        jdbc.sql("update deadline set calendar_version = ?, known_through = ?, rule_version = ? where id = ?")
                .param(by.calendarVersion())
                .param(by.knownThrough())
                .param(by.due().version())
                .param(deadline.id())
                .update();
    }

    /** Timer and inbox follow. */
    void tell(OpenDeadline deadline, Due due, DueChange why, Standing standing) {
        KnownDeadlines.forget();
        List<Instant> warnings = due.warnings();
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
                warnings.isEmpty() ? null : warnings.get(0),
                why,
                standing));
    }

    private @Nullable OffsetDateTime wake(OpenDeadline deadline, Due due, @Nullable Instant pausedUntil) {
        Instant next = pausedUntil != null
                ? pausedUntil
                : new Ladder(LadderStep.of(deadline.rule(), due), 0, !deadline.timerSpent()).wakesAt();
        return next == null ? null : utc(clocks.toSystem(deadline.number(), next));
    }

    private void keep(OpenDeadline deadline, Due due, DueChange why) {
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

    static String[] warnings(Due due) {
        return due.warnings().stream().map(Instant::toString).toArray(String[]::new);
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
