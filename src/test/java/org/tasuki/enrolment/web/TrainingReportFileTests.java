package org.tasuki.enrolment.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.tasuki.TasukiTest;
import org.tasuki.courses.Audience;
import org.tasuki.engine.paths.WorkbookRead;
import org.tasuki.enrolment.TrainingOffice;
import org.tasuki.enrolment.TrainingReport;
import org.tasuki.enrolment.TrainingReports;
import org.tasuki.enrolment.web.TrainingReportPages.Cell;
import org.tasuki.enrolment.web.TrainingReportPages.Row;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;
import org.tasuki.terms.FiscalYear;

/** The workbook says, cell by cell, what the page says and what the tables hold when they are counted another way. */
@TasukiTest
class TrainingReportFileTests {

    private static final FiscalYear YEAR = new FiscalYear(2025);
    private static final int COLUMNS = 6;

    /** Counted one number at a time, of one office, audience and year. */
    private static final String ANOTHER_WAY =
            """
            with s as (select * from training_session where center = :center and audience = :audience and cancelled_at is null
                         and (starts_at at time zone 'Asia/Tokyo')::date between make_date(:year, 4, 1) and make_date(:year + 1, 3, 31)),
                 p as (select s.id, s.online, s.ends_at - s.starts_at as long, e.attendance from s join training_enrolment e on e.session = s.id
                       where e.withdrawn_at is null and coalesce(e.agency, e.center) = :office),
                 g as (select s.id, s.online, s.ends_at - s.starts_at as long, x.many from s join training_guests x on x.session = s.id where x.office = :office),
                 c as (select * from training_certificate where center = :center and audience = :audience and revoked_at is null
                         and coalesce(agency, center) = :office
                         and (completed_at at time zone 'Asia/Tokyo')::date between make_date(:year, 4, 1) and make_date(:year + 1, 3, 31))
            select n from (values
              (1, (select count(*) from s where not online and (id in (select id from p where attendance in ('present', 'part')) or id in (select id from g)))::numeric),
              (2, (select count(*) from s where online and (id in (select id from p where attendance in ('present', 'part')) or id in (select id from g)))),
              (3, (select count(*) from p)),
              (4, (select count(*) from p where attendance in ('present', 'part')) + coalesce((select sum(many) from g), 0)),
              (5, (select count(*) from c)),
              (6, round((coalesce((select sum(extract(epoch from long)) from p where attendance = 'present'), 0)
                   + coalesce((select sum(many * extract(epoch from long)) from g), 0)
                   + coalesce((select sum(minutes * 60) from c where session is null), 0)) / 3600, 1))) as numbers (place, n) order by place
            """;

    private static int turns;

    @Autowired
    private TestDatabase database;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private TrainingReports reports;

    @Autowired
    private TrainingReportFile file;

    @Autowired
    private TrainingReportPages pages;

    @Autowired
    private EnrolmentWords words;

    @Autowired
    private Acting acting;

    @SuppressWarnings("NullAway.Init") // before each test
    private TrainingOffice office;

    @BeforeEach
    void twoYearsOfTraining() {
        String letter = String.valueOf((char) ('A' + turns));
        office = TrainingOffice.open(database.asSuperuser(), passwords, "workbook" + turns++, "WB" + letter);
        held("2025-06-10T10:00+09:00", 90, "child-welfare", false, "officer present, other absent, police part", 14);
        held(
                "2026-03-31T10:00+09:00",
                126,
                "child-welfare",
                true,
                "officer present, other present, director withdrawn",
                0);
        held("2025-09-01T10:00+09:00", 60, "police", false, "police present", 2);
        held("2025-09-02T10:00+09:00", 60, "police", true, "cancelled", 0);
        held("2024-04-01T00:00+09:00", 48, "police", true, "police present, other part", 7);
        held("2026-04-01T00:00+09:00", 60, "police", true, "police present", 9);
        database.asSuperuser()
                .sql(
                        """
                        insert into training_certificate
                        select number, :key || '.' || who, :key, case when who = 'police' then :key || '-station' end, 'course-' || number, audience, '研修', 'Course',
                               null, minutes, at::timestamptz, case when gone then at::timestamptz end
                        from (values ('officer', 'child-welfare', 102, '2025-04-01T00:00+09:00', false), ('officer', 'police', 36, '2024-08-01T00:00+09:00', false),
                                     ('police', 'police', 48, '2026-03-31T23:59+09:00', false), ('other', 'police', 48, '2026-01-01T00:00+09:00', true))
                             as given (who, audience, minutes, at, gone)
                        cross join lateral (select translate(substr(md5(:key || at || who), 1, 5) || '-' || substr(md5(at || :key || who), 1, 5),
                                                             'abcdef01', 'ABCDEFGH') as number) n
                        """)
                .param("key", office.key())
                .update();
    }

    private void held(String at, int minutes, String audience, boolean online, String who, int guests) {
        long session = database.asSuperuser()
                .sql(
                        """
                        insert into training_session (center, course, audience, name_ja, name_en, online, place, starts_at, ends_at, capacity, taken, code,
                                                      announced_by, announced_at, cancelled_at)
                        values (:key, 'c', :audience, '研修', 'Course', :online, '会場', :at::timestamptz, :at::timestamptz + make_interval(mins => :minutes), 9, 0,
                                'ABCDEF', :key || '.trainer', :at::timestamptz, case when :cancelled then :at::timestamptz end) returning id
                        """)
                .param("key", office.key())
                .param("audience", audience)
                .param("online", online)
                .param("at", at)
                .param("minutes", minutes)
                .param("cancelled", who.equals("cancelled"))
                .query(Long.class)
                .single();
        String people = who.equals("cancelled") ? "officer present" : who;
        Arrays.stream(people.split(", ")).map(one -> one.split(" ")).forEach(one -> database.asSuperuser()
                .sql(
                        """
                        insert into training_enrolment (session, account, center, agency, enrolled_at, withdrawn_at, attendance, marked_by, marked_at)
                        values (:session, :key || '.' || :who, :key, case when :who = 'police' then :key || '-station' end, :at::timestamptz,
                                case when :mark = 'withdrawn' then :at::timestamptz end, nullif(:mark, 'withdrawn'),
                                case when :mark <> 'withdrawn' then :key || '.trainer' end, case when :mark <> 'withdrawn' then :at::timestamptz end)
                        """)
                .param("session", session)
                .param("key", office.key())
                .param("who", one[0])
                .param("mark", one[1])
                .param("at", at)
                .update());
        if (guests > 0) {
            database.asSuperuser()
                    .sql("insert into training_guests values (?, ?, 'elsewhere', ?, ? || '.trainer', now())")
                    .params(session, office.key(), guests, office.key())
                    .update();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void eachCellIsThatOfThePageAndOfTheTables(String tag) throws Exception {
        Locale language = Locale.forLanguageTag(tag);
        TrainingReport report = acting.as(office.director(), () -> reports.of(YEAR));
        List<List<String>> sheet = numbers(report, true, language);
        assertThat(sheet.get(0))
                .hasSize(2 + 2 * COLUMNS)
                .startsWith(tag.equals("ja") ? "所属" : "Office")
                .endsWith((tag.equals("ja") ? "延べ時間 " : "Person-hours ") + words.year(new FiscalYear(2024), language));
        assertThat(sheet).hasSize(report.lines().size() + 2);
        Model page = acting.as(office.director(), () -> {
            Model model = new ExtendedModelMap();
            pages.page(report, false, language, model);
            return model;
        });
        List<Row> rows = rows(page);
        for (int at = 0; at < rows.size(); at++) {
            List<String> cells = sheet.get(at + 1);
            TrainingReport.Line line = report.lines().get(at);
            assertThat(cells.subList(0, 2))
                    .containsExactly(rows.get(at).office(), rows.get(at).audience());
            assertThat(asOnPage(cells, language))
                    .as("the page")
                    .isEqualTo(rows.get(at).cells());
            assertThat(figures(cells))
                    .as("%s, %s", line.office(), line.audience())
                    .isEqualTo(anotherWay(line.office(), line.audience()));
        }
        assertThat(asOnPage(total(sheet), language)).isEqualTo(page.getAttribute("total"));
        assertThat(figures(total(sheet)))
                .as("two sessions in person and one online this year; the year before one online")
                .startsWith(2.0, 1.0, 6.0, 21.0, 2.0)
                .containsSubsequence(0.0, 1.0, 2.0, 9.0, 1.0);
    }

    @Test
    void whatGoesOutsideSaysNoSmallNumberOfPeople() throws Exception {
        TrainingReport report = acting.as(office.director(), () -> reports.of(YEAR));
        List<List<String>> inside = numbers(report, true, Locale.JAPANESE);
        List<List<String>> outside = numbers(report, false, Locale.JAPANESE);
        for (int row = 1; row < inside.size(); row++) {
            for (int column = 2; column < inside.get(row).size(); column++) {
                String exact = inside.get(row).get(column);
                String told = outside.get(row).get(column);
                boolean people = (column - 2) % COLUMNS >= 2;
                assertThat(told).isIn(exact, people ? "*" : exact);
                if (people && (column - 2) % COLUMNS < 5) {
                    assertThat(told).as("%d, %d", row, column).isNotIn("1", "2");
                }
            }
        }
        assertThat(outside.stream().flatMap(List::stream)).contains("*");
    }

    private List<List<String>> numbers(TrainingReport report, boolean inside, Locale language) throws Exception {
        LocaleContextHolder.setLocale(language);
        try {
            byte[] book = acting.as(office.director(), () -> file.of(report, inside, language));
            Map<String, List<List<String>>> sheets = WorkbookRead.sheets(book);
            return Objects.requireNonNull(sheets.get(language.getLanguage().equals("ja") ? "研修実績" : "Training"));
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private static List<String> total(List<List<String>> sheet) {
        return sheet.get(sheet.size() - 1);
    }

    @SuppressWarnings("unchecked")
    private static List<Row> rows(Model page) {
        return (List<Row>) Objects.requireNonNull(page.getAttribute("rows"));
    }

    private static List<Double> figures(List<String> cells) {
        return cells.subList(2, cells.size()).stream().map(Double::valueOf).toList();
    }

    /** Hours stand there as a number, on the page as words. */
    private List<Cell> asOnPage(List<String> cells, Locale language) {
        List<Double> all = figures(cells);
        List<Cell> asked = new ArrayList<>();
        IntStream.range(0, COLUMNS)
                .forEach(at -> asked.add(
                        new Cell(shown(at, all.get(at), language), shown(at, all.get(at + COLUMNS), language))));
        return asked;
    }

    private String shown(int column, double number, Locale language) {
        return column == COLUMNS - 1
                ? words.length(Math.round(number * 60), language)
                : String.valueOf(Math.round(number));
    }

    private List<Double> anotherWay(String of, Audience audience) {
        return Stream.of(YEAR.value(), YEAR.value() - 1)
                .flatMap(year -> database
                        .asSuperuser()
                        .sql(ANOTHER_WAY)
                        .param("center", office.key())
                        .param("audience", audience.key())
                        .param("office", of)
                        .param("year", year)
                        .query(Double.class)
                        .list()
                        .stream())
                .toList();
    }
}
