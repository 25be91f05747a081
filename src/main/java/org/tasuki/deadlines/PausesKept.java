package org.tasuki.deadlines;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The times in which deadlines stood still, and stand. */
@Component
class PausesKept {

    private final JdbcClient jdbc;
    private final DeadlineRules rules;

    PausesKept(JdbcClient jdbc, DeadlineRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /**
     * Its own; and where it counts from a fact, what stood still of the steps before it that counted from the same one: the law
     * gives one limit, whichever step the office has come to. Most rules never stand still, and cost no look.
     */
    List<Pause> of(Reckoning.Whose whose, DeadlineRule rule, Instant start) {
        return rule.pause() == null
                ? List.of()
                : jdbc.sql(
                                """
                        select p.from_at, coalesce(p.ended_at, least(p.until_at, d.ended_at)) as until
                        from deadline_pause p join deadline d on d.id = p.deadline
                        where p.case_number = :case and (d.id = :id or d.rule in (:same) and p.from_at >= :start) order by p.id
                        """)
                        .param("case", whose.number().value())
                        .param("id", whose.deadline())
                        .param("same", sameStart(rule))
                        .param("start", DueMover.utc(start))
                        .query((row, index) -> new Pause(
                                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                                row.getObject("until", OffsetDateTime.class).toInstant()))
                        .list();
    }

    private List<String> sameStart(DeadlineRule rule) {
        return DeadlineRule.TASK.equals(rule.starts()) ? List.of("") : rules.countingFrom(Set.of(rule.starts()));
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
