package org.tasuki.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.Acting;
import org.tasuki.people.Right;
import org.tasuki.terms.CaseNumber;
import org.tasuki.terms.FiscalYear;
import org.tasuki.terms.Japan;

/** Counts. What a reader may not see is in no number of theirs: the same policies decide on a row and on a count of rows. */
@Component
@Transactional(readOnly = true)
public class Figures {

    /** Longer lists are narrowed by another year or another kind. */
    public static final int MOST_CASES = 500;

    private static final String DATED =
            """
            , item as (%s), dated as (
                select item.*, extract(year from (at at time zone 'Asia/Tokyo') - interval '3 months')::int as year
                from item where at >= :from and at < :until)
            """;

    private final JdbcClient jdbc;
    private final Acting acting;
    private final ReportLayout layout;
    private final Clock clock;

    Figures(JdbcClient jdbc, Acting acting, ReportLayout layout, Clock clock) {
        this.jdbc = jdbc;
        this.acting = acting;
        this.layout = layout;
        this.clock = clock;
    }

    /** A thing that was counted, and the case it is about. */
    public record Counted(CaseNumber number, Instant at, @Nullable Double value, @Nullable Boolean within) {}

    private record Row(int year, @Nullable String cell, Count count) {}

    public boolean mayBeRead() {
        return acting.may(Right.READ_FIGURES);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Japan.ZONE);
    }

    /** The fiscal year in which the center opened its first case that the reader sees; this one, when there is none. */
    public FiscalYear first() {
        FiscalYear now = FiscalYear.of(today());
        FiscalYear first = jdbc.sql("select min(opened_at) from case_file where center = acting_center()")
                .query((row, index) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(at -> FiscalYear.of(LocalDate.ofInstant(at.toInstant(), Japan.ZONE)))
                .orElse(now);
        return first.compareTo(now) > 0 ? now : first;
    }

    public static Optional<Metric> find(String key, By by) {
        return by == By.KIND ? find(key) : find(key, Metric.all(by).stream());
    }

    public static Optional<Metric> find(String key) {
        return find(key, Stream.concat(Metric.all().stream(), Reported.ALL.stream()));
    }

    private static Optional<Metric> find(String key, Stream<Metric> among) {
        return among.filter(metric -> metric.key().equals(key)).findFirst();
    }

    public Table table(Metric metric, FiscalYear year) {
        Map<String, Count> now = new HashMap<>();
        Map<String, Count> before = new HashMap<>();
        for (Row row : rows(metric, year)) {
            (row.year() == year.value() ? now : before).put(row.cell() == null ? "" : "=" + row.cell(), row.count());
        }
        TreeSet<String> cells = new TreeSet<>(now.keySet());
        cells.addAll(before.keySet());
        cells.remove("");
        List<Table.Line> lines = cells.stream()
                .map(cell -> line(cell.substring(1), now.get(cell), before.get(cell)))
                .sorted(Comparator.comparing((Table.Line line) -> -line.now().n())
                        .thenComparing(line -> -line.before().n())
                        .thenComparing(Table.Line::cell))
                .toList();
        return new Table(metric, year, lines, line("", now.get(""), before.get("")));
    }

    private static Table.Line line(String cell, @Nullable Count now, @Nullable Count before) {
        return new Table.Line(cell, now == null ? Count.NOTHING : now, before == null ? Count.NOTHING : before);
    }

    private List<Row> rows(Metric metric, FiscalYear year) {
        return asked(
                        metric,
                        new FiscalYear(year.value() - 1),
                        year,
                        """
                        select year, cell, count(*) as n, percentile_cont(0.5) within group (order by value) as middle,
                               percentile_cont(0.9) within group (order by value) as most,
                               count(*) filter (where within) as kept, count(within) as judged
                        from dated group by grouping sets ((year, cell), (year))
                        """)
                .query(Figures::row)
                .list();
    }

    /** What a number of this figure counted, oldest first. @param cell null for all of them; of the report, also one of its {@link Sums} */
    public List<Counted> cases(Metric metric, FiscalYear year, @Nullable String cell) {
        Sums of = metric instanceof Reported ? Sums.of(cell) : Sums.one(cell);
        return asked(
                        metric,
                        year,
                        year,
                        """
                        select case_number, at, value, within from dated
                        where case when :one then cell = :head else starts_with(cell, :head) and right(cell, length(:tail)) = :tail end
                        order by at, case_number limit :most
                        """)
                .param("one", of.one())
                .param("head", of.head())
                .param("tail", of.tail())
                .param("most", MOST_CASES + 1)
                .query((row, index) -> new Counted(
                        new CaseNumber(row.getString("case_number")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("value", Double.class),
                        row.getObject("within", Boolean.class)))
                .list();
    }

    /** The officers behind the lines of figures by section, in a fiscal year and in the one before it. */
    public Hands hands(List<Metric> metrics, FiscalYear year) {
        return new Hands(
                metrics.stream().flatMap(metric -> hands(metric, year).stream()).toList());
    }

    private List<Hands.Hand> hands(Metric metric, FiscalYear year) {
        return asked(
                        metric,
                        new FiscalYear(year.value() - 1),
                        year,
                        """
                        select distinct d.year, d.cell, c.officer from dated d join counted c on c.number = d.case_number
                        where c.officer is not null
                        """)
                .query((row, index) -> new Hands.Hand(
                        metric.key(), row.getInt("year"), row.getString("cell"), row.getString("officer")))
                .list();
    }

    /** When the center last took another calendar of working days within these fiscal years. No figure counts by it, and readers ask. */
    public Optional<LocalDate> newCalendar(FiscalYear first, FiscalYear last) {
        return jdbc.sql(
                        """
                        select max((at at time zone 'Asia/Tokyo')::date) from work_calendar
                        where center = acting_center() and agency is null and at >= :from and at < :until
                        """)
                .param("from", start(first))
                .param("until", start(new FiscalYear(last.value() + 1)))
                .query((row, index) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    private JdbcClient.StatementSpec asked(Metric metric, FiscalYear first, FiscalYear last, String question) {
        return jdbc.sql(Rows.COUNTED + DATED.formatted(metric.rows()) + question)
                .param("from", start(first))
                .param("until", start(new FiscalYear(last.value() + 1)))
                .param("now", OffsetDateTime.now(clock))
                .param("ages", layout.steps());
    }

    private static OffsetDateTime start(FiscalYear year) {
        return year.start().atStartOfDay(Japan.ZONE).toOffsetDateTime();
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getInt("year"),
                row.getString("cell"),
                new Count(
                        row.getLong("n"),
                        row.getObject("middle", Double.class),
                        row.getObject("most", Double.class),
                        row.getLong("kept"),
                        row.getLong("judged"),
                        Count.Hidden.NOTHING));
    }
}
