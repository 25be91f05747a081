package org.tasuki.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.Acting;
import org.tasuki.terms.Japan;

/**
 * What an auditor should look at: who saw, asked for, or was refused more than their work explains. It accuses nobody; each
 * line counts entries of the trail of the auditor's own center, and the entries themselves say what happened. Days are
 * Japanese.
 */
@Component
@Transactional
@EnableConfigurationProperties(AnomalyLimits.class)
public class Anomalies {

    private static final String FIND =
            """
            with asked as (
                select act, actor, case_number, detail, at at time zone 'Asia/Tokyo' as local from audit_entry
                where center = :center and at >= :from and at < :until and actor <> 'system'
                  and act in ('case-viewed', 'access-refused', 'notifier-shown', 'case-searched')
            ), seen as (
                select actor, local::date as day, count(distinct case_number) as cases from asked
                where act = 'case-viewed' group by 1, 2
            ), usual as (
                select actor, percentile_cont(0.5) within group (order by cases) as cases
                from (select actor, (at at time zone 'Asia/Tokyo')::date as day, count(distinct case_number) as cases
                      from audit_entry
                      where center = :center and act = 'case-viewed' and at >= :before and at < :from group by 1, 2) days
                group by 1
            )
            select 'excluded' as kind, actor, null::date as day, count(*) as count, count(distinct case_number) as beside
            from asked where act = 'access-refused' and detail ->> 'because' = 'excluded' group by actor
            union all
            select 'many-cases', s.actor, s.day, s.cases, round(coalesce(u.cases, 0)) from seen s
            left join usual u on u.actor = s.actor
            where s.cases >= :casesADay and s.cases > :timesUsual * coalesce(u.cases, 0)
            union all
            select 'notifiers', actor, null, count(*), count(distinct case_number) from asked
            where act = 'notifier-shown' group by actor having count(*) >= :notifiers
            union all
            select 'refusals', actor, null, count(*), count(distinct case_number) from asked
            where act = 'access-refused' group by actor having count(*) >= :refusals
            union all
            select 'night', actor, null, count(*), count(distinct (local - :nightUntil::time)::date) from asked
            where act = 'case-viewed' and (local::time >= :nightFrom or local::time < :nightUntil) group by actor
            union all
            select 'searches', actor, local::date, count(*), 0 from asked
            where act = 'case-searched' group by actor, local::date having count(*) >= :searchesADay
            """;

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final Acting acting;
    private final AnomalyLimits limits;

    Anomalies(JdbcClient jdbc, AuditTrail trail, Acting acting, AnomalyLimits limits) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.acting = acting;
        this.limits = limits;
    }

    /** In the order in which the page tells them. */
    public enum Kind {
        /** Asked for a case that is kept from them. */
        EXCLUDED(Act.ACCESS_REFUSED),
        MANY_CASES(Act.CASE_VIEWED),
        NOTIFIERS(Act.NOTIFIER_SHOWN),
        REFUSALS(Act.ACCESS_REFUSED),
        NIGHT(Act.CASE_VIEWED),
        SEARCHES(Act.CASE_SEARCHED);

        private final Act act;

        Kind(Act act) {
            this.act = act;
        }

        /** The entries that were counted. */
        public Act act() {
            return act;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * @param day the day that it was counted for, or null for the whole period
     * @param count how often
     * @param beside of how many cases; for many cases the person's usual number, for the night how many nights
     */
    public record Line(Kind kind, String actor, @Nullable LocalDate day, long count, long beside) {}

    /** From the first day to the last, both included. */
    public record Period(LocalDate first, LocalDate last) {

        ZonedDateTime from() {
            return first.atStartOfDay(Japan.ZONE);
        }

        ZonedDateTime until() {
            return last.plusDays(1).atStartOfDay(Japan.ZONE);
        }
    }

    /** The days that the page shows unless it is asked for others. */
    public Period latest(LocalDate today) {
        return new Period(today.minusDays(limits.days() - 1L), today);
    }

    /** The lines of each kind, the most frequent first; and a trail of who looked. */
    public List<Line> find(Period period) {
        List<Line> lines = jdbc.sql("select * from (" + FIND + ") found order by count desc, actor, day")
                .param("center", acting.current().center())
                .param("from", period.from().toOffsetDateTime())
                .param("until", period.until().toOffsetDateTime())
                .param("before", period.from().minusDays(limits.usualDays()).toOffsetDateTime())
                .param("casesADay", limits.casesADay())
                .param("timesUsual", limits.timesUsual())
                .param("notifiers", limits.notifiers())
                .param("refusals", limits.refusals())
                .param("searchesADay", limits.searchesADay())
                .param("nightFrom", limits.nightFrom())
                .param("nightUntil", limits.nightUntil())
                .query(Anomalies::line)
                .list();
        trail.note(
                Act.ANOMALIES_VIEWED,
                Map.of("from", period.first().toString(), "until", period.last().toString()));
        return lines;
    }

    private static Line line(ResultSet row, int index) throws SQLException {
        return new Line(
                Kind.of(row.getString("kind")),
                row.getString("actor"),
                row.getObject("day", LocalDate.class),
                row.getLong("count"),
                row.getLong("beside"));
    }
}
