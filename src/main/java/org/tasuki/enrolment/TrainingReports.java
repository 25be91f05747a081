package org.tasuki.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.courses.Audience;
import org.tasuki.enrolment.TrainingReport.Both;
import org.tasuki.terms.FiscalYear;
import org.tasuki.terms.Japan;

/** Counts the record by office and audience. What was counted once is counted again, whoever has left meanwhile. */
@Component
@Transactional(readOnly = true)
public class TrainingReports {

    private static final String HELD =
            """
            with held as (select * from training_session
                          where cancelled_at is null and ends_at <= :now and starts_at >= :from and starts_at < :until)
            """;

    private static final String BY_OFFICE = HELD
            + """
            select office, audience, count(distinct session) filter (where came > 0 and not online) as in_person,
                   count(distinct session) filter (where came > 0 and online) as online,
                   sum(enrolled) as enrolled, sum(came) as attended, sum(completed) as completed, sum(minutes) as minutes
            from (
                select coalesce(e.agency, e.center) as office, h.audience, h.id as session, h.online, 1 as enrolled,
                       case when e.attendance in ('present', 'part') then 1 else 0 end as came, 0 as completed,
                       case when e.attendance = 'present' then extract(epoch from h.ends_at - h.starts_at) / 60 else 0 end as minutes
                from training_enrolment e join held h on h.id = e.session where e.withdrawn_at is null
                union all
                select g.office, h.audience, h.id, h.online, 0, g.many, 0, g.many * extract(epoch from h.ends_at - h.starts_at) / 60
                from training_guests g join held h on h.id = g.session
                union all
                select coalesce(t.agency, t.center), t.audience, null, null, 0, 0, 1, case when t.session is null then t.minutes else 0 end
                from training_certificate t
                where t.revoked_at is null and t.completed_at >= :from and t.completed_at < :until and t.completed_at <= :now
            ) counted group by office, audience
            """;

    private final JdbcClient jdbc;
    private final Keeping keeping;
    private final RecordOffices offices;
    private final AuditTrail trail;
    private final Clock clock;

    TrainingReports(JdbcClient jdbc, Keeping keeping, RecordOffices offices, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.keeping = keeping;
        this.offices = offices;
        this.trail = trail;
        this.clock = clock;
    }

    private record Cell(String office, Audience audience) {}

    public LocalDate today() {
        return clock.instant().atZone(Japan.ZONE).toLocalDate();
    }

    public TrainingReport of(FiscalYear year) {
        keeping.openForCounting();
        FiscalYear last = new FiscalYear(year.value() - 1);
        Map<Cell, Numbers> now = cells(year);
        Map<Cell, Numbers> before = cells(last);
        Set<Cell> all = new HashSet<>(now.keySet());
        all.addAll(before.keySet());
        return new TrainingReport(
                year,
                all.stream()
                        .sorted(order())
                        .map(cell -> new TrainingReport.Line(
                                cell.office(),
                                cell.audience(),
                                new Both(
                                        now.getOrDefault(cell, Numbers.NONE), before.getOrDefault(cell, Numbers.NONE))))
                        .toList(),
                new Both(total(year, now), total(last, before)));
    }

    /** The center, its agencies as they are called, then those from elsewhere. */
    private Comparator<Cell> order() {
        List<String> keys = new ArrayList<>(offices.names().keySet());
        return Comparator.comparing(
                        (Cell cell) -> keys.contains(cell.office()) ? keys.indexOf(cell.office()) : keys.size())
                .thenComparing(Cell::office)
                .thenComparing(Cell::audience);
    }

    private Map<Cell, Numbers> cells(FiscalYear year) {
        return within(jdbc.sql(BY_OFFICE), year)
                .query((row, index) -> Map.entry(
                        new Cell(row.getString("office"), Audiences.of(row.getString("audience"))), numbers(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Numbers total(FiscalYear year, Map<Cell, Numbers> cells) {
        Numbers sum = cells.values().stream().reduce(Numbers.NONE, Numbers::plus);
        return within(
                        jdbc.sql(
                                HELD
                                        + "select count(*) filter (where not online) as met, count(*) filter (where online) as online from held"),
                        year)
                .query((row, index) -> sum.withSessions(row.getLong("met"), row.getLong("online")))
                .single();
    }

    private JdbcClient.StatementSpec within(JdbcClient.StatementSpec sql, FiscalYear year) {
        return sql.param("now", OffsetDateTime.now(clock))
                .param("from", year.start().atStartOfDay(Japan.ZONE).toOffsetDateTime())
                .param("until", year.end().plusDays(1).atStartOfDay(Japan.ZONE).toOffsetDateTime());
    }

    private static Numbers numbers(ResultSet row) throws SQLException {
        return new Numbers(
                row.getLong("in_person"),
                row.getLong("online"),
                row.getLong("enrolled"),
                row.getLong("attended"),
                row.getLong("completed"),
                Math.round(row.getDouble("minutes")));
    }

    /** The same to be taken out, which is noted; whatever the file is made of must be made in this transaction. */
    @Transactional
    public <T> T taken(FiscalYear year, String audience, Function<TrainingReport, T> file) {
        T made = file.apply(of(year));
        trail.note(Act.TRAINING_REPORT_TAKEN, Map.of("year", String.valueOf(year.value()), "audience", audience));
        return made;
    }
}
