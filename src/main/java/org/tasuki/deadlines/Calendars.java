package org.tasuki.deadlines;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The calendars (開庁日) of a center and of the agencies around it. Each change is a version that stays as it is. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Calendars {

    private final JdbcClient jdbc;
    private final BusinessCalendar usual;
    private final Clock clock;
    private final Map<Long, KeptCalendar> read = new ConcurrentHashMap<>();

    Calendars(JdbcClient jdbc, BusinessCalendar usual, Clock clock) {
        this.jdbc = jdbc;
        this.usual = usual;
        this.clock = clock;
    }

    /** What a limit counts by today; null, without a look, when it asks no calendar. */
    @Nullable
    KeptCalendar current(String center, @Nullable String agency, Limit limit) {
        return limit.byCalendar() ? current(center, agency) : null;
    }

    /** The usual one, as version 0, when nobody has made another. */
    public KeptCalendar current(String center, @Nullable String agency) {
        return latest(center, agency).map(this::version).orElseGet(() -> new KeptCalendar(0, usual));
    }

    /** The calendar that an office made for itself, if it did. */
    public Optional<JapaneseCalendar> own(String center, @Nullable String agency) {
        return Optional.of(current(center, agency).calendar())
                .filter(JapaneseCalendar.class::isInstance)
                .map(JapaneseCalendar.class::cast);
    }

    /**
     * Keeps a new version, from now on the one to count by.
     *
     * @param seen the version that it was made from
     * @return false when somebody else was faster: nothing is kept
     */
    public boolean keep(String center, @Nullable String agency, int seen, JapaneseCalendar calendar) {
        Optional<Long> id = jdbc.sql(
                        """
                insert into work_calendar (center, agency, version, closed_on_holidays, closed_at_new_year, by_account, at)
                select :center, :agency, :version, :holidays, :newYear, acting_account(), :at
                where coalesce((select max(version) from work_calendar w
                                where w.center = :center and w.agency is not distinct from :agency), 0) = :seen
                on conflict do nothing returning id
                """)
                .param("center", center)
                .param("agency", agency)
                .param("version", seen + 1)
                .param("holidays", calendar.closedOnHolidays())
                .param("newYear", calendar.closedAtNewYear())
                .param("at", OffsetDateTime.now(clock))
                .param("seen", seen)
                .query(Long.class)
                .optional();
        id.ifPresent(kept -> keepDays(kept, center, calendar));
        return id.isPresent();
    }

    private void keepDays(long id, String center, JapaneseCalendar calendar) {
        calendar.week().forEach((day, hours) -> jdbc.sql(
                        "insert into work_calendar_hours (calendar, center, weekday, opens, closes) values (?, ?, ?, ?, ?)")
                .params(id, center, day.getValue(), hours.opens(), hours.closes())
                .update());
        calendar.days().forEach(day -> jdbc.sql(
                        "insert into work_calendar_day (calendar, center, day, opens, closes, remark) values (?, ?, ?, ?, ?, ?)")
                .param(id)
                .param(center)
                .param(day.day())
                .param(day.open().map(OpenHours::opens).orElse(null))
                .param(day.open().map(OpenHours::closes).orElse(null))
                .param(day.remark())
                .update());
    }

    private Optional<Long> latest(String center, @Nullable String agency) {
        return jdbc.sql(
                        """
                select id from work_calendar where center = :center and agency is not distinct from :agency
                order by version desc limit 1
                """)
                .param("center", center)
                .param("agency", agency)
                .query(Long.class)
                .optional();
    }

    /** A version never changes: what was read of it once holds. */
    private KeptCalendar version(long id) {
        KeptCalendar known = read.get(id);
        if (known == null) {
            known = jdbc.sql("select * from work_calendar where id = ?")
                    .param(id)
                    .query((row, index) -> new KeptCalendar(row.getInt("version"), calendar(row)))
                    .single();
            read.put(id, known);
        }
        return known;
    }

    private JapaneseCalendar calendar(ResultSet row) throws SQLException {
        return new JapaneseCalendar(
                week(row.getLong("id")),
                row.getBoolean("closed_on_holidays"),
                row.getBoolean("closed_at_new_year"),
                days(row.getLong("id")));
    }

    private Map<DayOfWeek, OpenHours> week(long id) {
        return jdbc
                .sql("select * from work_calendar_hours where calendar = ?")
                .param(id)
                .query((row, index) -> Map.entry(
                        DayOfWeek.of(row.getInt("weekday")),
                        new OpenHours(
                                row.getObject("opens", LocalTime.class), row.getObject("closes", LocalTime.class))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<LocalDay> days(long id) {
        return jdbc.sql("select * from work_calendar_day where calendar = ? order by day")
                .param(id)
                .query((row, index) -> {
                    LocalTime opens = row.getObject("opens", LocalTime.class);
                    return new LocalDay(
                            row.getObject("day", LocalDate.class),
                            opens == null ? null : new OpenHours(opens, row.getObject("closes", LocalTime.class)),
                            row.getString("remark"));
                })
                .list();
    }
}
