package org.tasuki.workload;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.Accounts;
import org.tasuki.people.Acting;
import org.tasuki.people.Role;
import org.tasuki.people.Sections;
import org.tasuki.people.Sections.Section;
import org.tasuki.staffing.Absence;
import org.tasuki.staffing.Absences;
import org.tasuki.terms.Japan;
import org.tasuki.terms.Text;
import org.tasuki.workload.Carried.Whose;

/**
 * Who carries how much in the reader's center, in a few questions whatever the number of officers. The tables' own policies say which
 * cases count: what is kept from the reader is in no number.
 */
@Component
@Transactional(readOnly = true)
public class Workload {

    /** From now on, for what is due soon. */
    public static final Duration SOON = Duration.ofHours(48);

    /** Over which averages are taken. */
    public static final int WEEKS = 8;

    /** That are shown one by one. */
    public static final int WEEKS_SHOWN = 12;

    /** A task counts where it lies: in somebody's hands, or ('') with nobody. Agencies' tasks are theirs. */
    private static final String CARRIED =
            """
            with waits as (
                select case_number, bool_or(process = 'temporary-protection') as protection, bool_or(step = 'followUp') as follow_up
                from inbox_item where center = :center group by case_number),
            carried as (
                select coalesce(f.officer, '') as who, count(*) as cases, min(f.opened_at) as oldest,
                       sum(case when w.follow_up then :followUp else u.weight end
                           + case when w.protection then :protection else 0 end) as weighted
                from case_file f
                join unnest(:urgencies::text[], :weights::numeric[]) as u (urgency, weight) on u.urgency = f.urgency
                left join waits w on w.case_number = f.number
                where f.center = :center and f.status = 'open' group by 1),
            opened as (
                select coalesce(officer, '') as who, count(*) filter (where opened_at > :week) as one, count(*) as all_weeks
                from case_file where center = :center and opened_at > :weeks and opened_at <= :now group by 1),
            closed as (
                select coalesce(officer, '') as who, count(*) filter (where closed_at > :week) as one, count(*) as all_weeks
                from case_file where center = :center and closed_at > :weeks and closed_at <= :now group by 1),
            tasks as (
                select coalesce(assignee, '') as who, count(*) filter (where due_here < :now) as late,
                       count(*) filter (where due_here >= :now and due_here < :soon) as soon
                from inbox_item where center = :center and agency is null and lane is not null group by 1),
            officer as (
                select a.id as who from account a
                where a.center = :center and a.enabled
                      and exists (select from account_role r where r.account = a.id and r.role = :officer))
            select who, a.section, a.name_ja, a.name_en, coalesce(p.hours, 100) as hours,
                   exists (select from officer o where o.who = k.who) as officer,
                   coalesce(c.cases, 0) as cases, coalesce(c.weighted, 0) as weighted, c.oldest,
                   coalesce(t.late, 0) as late, coalesce(t.soon, 0) as soon,
                   coalesce(n.one, 0) as opened, coalesce(n.all_weeks, 0) as opened_weeks,
                   coalesce(e.one, 0) as closed, coalesce(e.all_weeks, 0) as closed_weeks
            from (select who from carried union select who from opened union select who from closed union select who from tasks
                  union select who from officer) k
            left join carried c using (who) left join opened n using (who) left join closed e using (who) left join tasks t using (who)
            left join account a on a.id = k.who
            left join staff_profile p on p.account = k.who
            order by who
            """;

    private static final String BY_WEEK =
            """
            select date_trunc('week', m.at at time zone 'Asia/Tokyo')::date as monday,
                   count(*) filter (where m.came) as opened, count(*) filter (where not m.came) as closed
            from (select opened_at as at, true as came from case_file
                  where center = :center and opened_at >= :from and opened_at <= :now
                  union all
                  select closed_at, false from case_file
                  where center = :center and closed_at >= :from and closed_at <= :now) m
            group by 1
            """;

    private final JdbcClient jdbc;
    private final LoadRules rules;
    private final Accounts accounts;
    private final Sections sections;
    private final Absences absences;
    private final Acting acting;
    private final Clock clock;

    Workload(
            JdbcClient jdbc,
            LoadRules rules,
            Accounts accounts,
            Sections sections,
            Absences absences,
            Acting acting,
            Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.accounts = accounts;
        this.sections = sections;
        this.absences = absences;
        this.acting = acting;
        this.clock = clock;
    }

    /**
     * @param lines the officers by account, then nobody's and the others' where there is something
     * @param sections of the center, by key
     * @param absences that are not over, the soonest first
     * @param weeks the oldest first
     */
    public record Now(
            Instant at,
            List<Carried> lines,
            List<Section> sections,
            int supervisors,
            List<Absence> absences,
            List<Week> weeks) {

        public List<Carried> officers() {
            return lines.stream().filter(line -> line.whose() == Whose.OFFICER).toList();
        }

        /** The same, by section: its officers together, those who are in none, and what is no officer's. */
        public List<Carried> bySection() {
            List<Carried> by = new ArrayList<>();
            sections.forEach(
                    section -> by.add(together(Carried.nothing(section.key(), section.name()), in(section.key()))));
            if (!in(null).isEmpty()) {
                by.add(together(Carried.nothing(Whose.UNPLACED), in(null)));
            }
            lines.stream().filter(line -> line.whose() != Whose.OFFICER).forEach(by::add);
            return by;
        }

        /** @param section a key, or null for those who are in none */
        public List<Carried> in(@Nullable String section) {
            return officers().stream()
                    .filter(line -> Objects.equals(line.section(), section))
                    .toList();
        }

        private static Carried together(Carried nothing, List<Carried> lines) {
            return lines.stream().reduce(nothing, Carried::and);
        }

        public Carried whole() {
            return lines.stream().reduce(Carried.nothing(Whose.OTHERS), Carried::and);
        }

        /** Officers as full posts. */
        public double posts() {
            return officers().stream().mapToInt(Carried::hours).sum() / 100.0;
        }
    }

    public Now now() {
        Instant now = clock.instant();
        String center = String.valueOf(acting.current().center());
        return new Now(
                now,
                lines(center, now),
                sections.of(center),
                accounts.withRole(center, Role.SUPERVISOR).size(),
                absences.of(center),
                weeks(center, now));
    }

    private List<Carried> lines(String center, Instant now) {
        List<Carried> officers = new ArrayList<>();
        Map<Whose, Carried> rest = new HashMap<>();
        for (Carried line : read(center, now)) {
            if (line.whose() == Whose.OFFICER) {
                officers.add(line);
            } else {
                rest.merge(line.whose(), line, Carried::and);
            }
        }
        for (Whose whose : List.of(Whose.NOBODY, Whose.OTHERS)) {
            if (rest.containsKey(whose)) {
                officers.add(rest.get(whose));
            }
        }
        return officers;
    }

    private List<Carried> read(String center, Instant now) {
        return jdbc.sql(CARRIED)
                .param("center", center)
                .param("officer", Role.OFFICER.key())
                .param("urgencies", rules.urgencies().keySet().toArray(String[]::new))
                .param("weights", rules.urgencies().values().toArray(BigDecimal[]::new))
                .param("followUp", rules.followUp())
                .param("protection", rules.protection())
                .param("now", at(now))
                .param("soon", at(now.plus(SOON)))
                .param("week", at(now.minus(Duration.ofDays(7))))
                .param("weeks", at(now.minus(Duration.ofDays(7 * WEEKS))))
                .query(Workload::line)
                .list();
    }

    private List<Week> weeks(String center, Instant now) {
        LocalDate first = LocalDate.ofInstant(now, Japan.ZONE)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(WEEKS_SHOWN - 1);
        Map<LocalDate, Week> busy = new HashMap<>();
        jdbc.sql(BY_WEEK)
                .param("center", center)
                .param("from", at(first.atStartOfDay(Japan.ZONE).toInstant()))
                .param("now", at(now))
                .query((row, i) ->
                        new Week(row.getObject("monday", LocalDate.class), row.getInt("opened"), row.getInt("closed")))
                .list()
                .forEach(week -> busy.put(week.monday(), week));
        return IntStream.range(0, WEEKS_SHOWN)
                .mapToObj(first::plusWeeks)
                .map(monday -> busy.getOrDefault(monday, new Week(monday, 0, 0)))
                .toList();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atZone(Japan.ZONE).toOffsetDateTime();
    }

    private static Carried line(ResultSet row, int index) throws SQLException {
        Whose whose = row.getBoolean("officer")
                ? Whose.OFFICER
                : row.getString("who").isEmpty() ? Whose.NOBODY : Whose.OTHERS;
        boolean officer = whose == Whose.OFFICER;
        return new Carried(
                whose,
                officer ? row.getString("who") : null,
                officer ? row.getString("section") : null,
                officer ? new Text(row.getString("name_ja"), row.getString("name_en")) : null,
                officer ? row.getInt("hours") : 0,
                row.getInt("cases"),
                row.getBigDecimal("weighted"),
                row.getInt("late"),
                row.getInt("soon"),
                moment(row.getObject("oldest", OffsetDateTime.class)),
                new Carried.Flow(row.getInt("opened"), row.getInt("opened_weeks")),
                new Carried.Flow(row.getInt("closed"), row.getInt("closed_weeks")));
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
