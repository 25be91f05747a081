package org.tasuki.deadlines;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The times in which deadlines stood still, and stand. */
@Component
class PausesKept {

    private final JdbcClient jdbc;

    PausesKept(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of most deadlines none: only a rule that allows it is worth a look. */
    List<Pause> of(OpenDeadline deadline) {
        return deadline.rule().pause() == null
                ? List.of()
                : jdbc.sql("select from_at, coalesce(ended_at, until_at) as until from deadline_pause where deadline = ? order by id")
                        .param(deadline.id())
                        .query((row, index) -> new Pause(
                                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                                row.getObject("until", OffsetDateTime.class).toInstant()))
                        .list();
    }

    /** Until when it stands still at the latest; empty when it runs. */
    Optional<Instant> standsUntil(OpenDeadline deadline) {
        return deadline.state() != DeadlineState.PAUSED
                ? Optional.empty()
                : jdbc.sql("select until_at from deadline_pause where deadline = ? and ended_at is null")
                        .param(deadline.id())
                        .query(OffsetDateTime.class)
                        .optional()
                        .map(OffsetDateTime::toInstant);
    }

    void begin(OpenDeadline deadline, Pause pause, String reason) {
        jdbc.sql(
                        """
                insert into deadline_pause (deadline, case_number, center, from_at, until_at, by_account, reason)
                values (?, ?, ?, ?, ?, acting_account(), ?)
                """)
                .params(
                        deadline.id(),
                        deadline.number().value(),
                        deadline.center(),
                        DueMover.utc(pause.from()),
                        DueMover.utc(pause.until()),
                        reason)
                .update();
    }

    void end(OpenDeadline deadline, Instant at) {
        jdbc.sql(
                        """
                update deadline_pause set ended_at = greatest(from_at, least(:at, until_at)), ended_by = acting_account()
                where deadline = :id and ended_at is null
                """)
                .param("at", DueMover.utc(at))
                .param("id", deadline.id())
                .update();
    }
}
