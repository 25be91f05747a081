package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.people.Sections.Section;
import org.tasuki.workload.Behind;
import org.tasuki.workload.Carried;
import org.tasuki.workload.Carried.Whose;
import org.tasuki.workload.Week;
import org.tasuki.workload.Workload;

/** The workload page's numbers, against a count of the raw tables that was written otherwise; and whose cases are in none. */
@StoryTest
class WorkloadTests {

    private static final int CASES = 90;

    /** One question a number, and no function of the page's own. {@code kept}: a case that is kept from the supervisor. */
    private static final String OPEN =
            "from case_file f where f.center = 'load' and f.number <> :kept and f.status = 'open' and ";

    private static final String TASKS = "from inbox_item i where i.center = 'load' and i.case_number <> :kept and ";

    private static final String WEIGHT =
            """
            coalesce(sum(case when exists (select from inbox_item i where i.case_number = f.number and i.step = 'followUp') then 0.5
              else case f.urgency when 'AA' then 2.0 when 'A' then 1.5 when 'B' then 1.2 when 'D' then 0.8 else 1 end end
              + case when exists (select from inbox_item i where i.case_number = f.number and i.process = 'temporary-protection')
                then 0.5 else 0 end), 0)""";

    @Autowired
    private Workload workload;

    @Autowired
    private Behind behind;

    @Autowired
    private Acting acting;

    @Autowired
    private TestDatabase database;

    @Autowired
    private WebApplicationContext house;

    private LoadedOffice office;
    private String kept = "";

    @BeforeEach
    void carry() {
        office = new LoadedOffice(database.asSuperuser());
        office.build(CASES);
    }

    @AfterEach
    void putDown() {
        office.pullDown();
    }

    @Test
    void eachNumberIsWhatTheRawTablesSay() {
        Workload.Now now = read();
        assertThat(now.officers()).extracting(Carried::account).containsExactly("load-a", "load-b", "load-c");
        now.officers().forEach(line -> equalsRaw(line, "f.officer = '%s'", "i.assignee = '%s'", line.account()));
        equalsRaw(line(now, Whose.NOBODY), "f.officer is null", "i.assignee is null", "");
        equalsRaw(line(now, Whose.OTHERS), "f.officer = '%s'", "i.assignee = '%s'", "load-gone");
        equalsRaw(now.whole(), "true", "true", "");
        assertThat(now.whole().cases()).isGreaterThan(CASES / 3);
        assertThat(now.supervisors()).isOne();
        assertThat(now.posts()).isEqualTo(2.5);
    }

    /** Their officers' lines together; what a closed account still holds is in no section. */
    @Test
    void eachNumberOfASectionIsWhatTheRawTablesSayAndAllAreTheCenter() {
        List<Carried> by = read().bySection();
        assertThat(by)
                .extracting(line -> line.whose() + " " + line.section())
                .containsExactly(
                        "SECTION east", "SECTION void", "SECTION west", "UNPLACED null", "NOBODY null", "OTHERS null");
        String in = "%s in (select id from account where enabled and section = '%s')";
        for (String section : List.of("east", "west", "void")) {
            Carried line = by.stream()
                    .filter(one -> section.equals(one.section()))
                    .findFirst()
                    .orElseThrow();
            equalsRaw(line, in.formatted("f.officer", section), in.formatted("i.assignee", section), "");
        }
        equalsRaw(by.get(3), "f.officer = '%s'", "i.assignee = '%s'", "load-c");
        assertThat(by.stream().mapToInt(Carried::cases).sum()).isEqualTo(count("select count(*) " + OPEN + "true"));
        assertThat(by.stream().map(Carried::weighted).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(raw("select " + WEIGHT + OPEN + "true", BigDecimal.class));
        assertThat(by).extracting(Carried::hours).containsExactly(100, 0, 50, 100, 0, 0);
        assertThat(read().sections()).extracting(Section::supervisors).containsExactly(1, 0, 0);
    }

    @Test
    void aSectionsListIsItsOfficersAndAnotherOneIsNotThere() {
        Browser pages = pages("ja");
        assertThat(pages.opens(LoadedOffice.SUPERVISOR, "/workload?section=east"))
                .hasStatusOk()
                .bodyText()
                .contains("/workload/list?officer=load-a#open", "1人（1人当たり児童福祉司1.0人）", "name=\"section\" value=\"east\"")
                .doesNotContain("officer=load-b#open");
        assertThat(pages.opens(LoadedOffice.SUPERVISOR, "/workload?section=void"))
                .bodyText()
                .contains("この係には児童福祉司がいません");
        assertThat(pages.opens(LoadedOffice.SUPERVISOR, "/workload?section=nowhere"))
                .hasStatusOk()
                .bodyText()
                .contains("指定された係は、このセンターにはありません", "officer=load-b#open");
        assertThat(pages.opens(LoadedOffice.SUPERVISOR, "/workload/list?section=east"))
                .hasStatusOk()
                .bodyText()
                .contains("東係：");
        assertThat(pages.opens(LoadedOffice.SUPERVISOR, "/workload/list?section=nowhere"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void twelveWeeksHaveEveryCaseThatCameAndEndedInThem() {
        List<Week> weeks = read().weeks();
        assertThat(weeks).hasSize(12).isSortedAccordingTo((one, other) -> one.monday()
                .compareTo(other.monday()));
        for (Week week : weeks) {
            assertThat(week.opened()).as("%s", week.monday()).isEqualTo(inWeek("opened_at", week.monday()));
            assertThat(week.closed()).as("%s", week.monday()).isEqualTo(inWeek("closed_at", week.monday()));
        }
        assertThat(weeks.stream().mapToInt(Week::opened).sum()).isGreaterThan(CASES / 2);
    }

    /** A restricted case is in no number of whoever is not on its list, nor is another center's in anybody's. */
    @Test
    void whatIsKeptFromTheReaderIsInNoNumber() {
        int before = read().whole().cases();
        kept = raw("select min(number) from case_file f where center = 'load' and status = 'open'", String.class);
        office.restrict(kept);
        assertThat(read().whole().cases()).isEqualTo(before - 1);
        eachNumberIsWhatTheRawTablesSay();
        assertThat(read().lines())
                .noneMatch(line -> String.valueOf(line.account()).startsWith("else"));
        assertThat(pages("ja").opens(LoadedOffice.SUPERVISOR, "/workload/list?officer=else-a"))
                .hasStatus(HttpStatus.NOT_FOUND);
        for (Carried line : read().lines()) {
            assertThat(open(line)).noneMatch(one -> one.number().value().equals(kept));
        }
    }

    @Test
    void theListBehindHasAsManyRowsAsTheNumberSays() {
        for (Carried line : Stream.concat(read().lines().stream(), read().bySection().stream())
                .toList()) {
            assertThat(open(line)).hasSize(line.cases());
            assertThat(open(line).stream().map(Behind.Case::weight).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(line.weighted());
            assertThat(cases(line).stream().filter(Behind.Case::came))
                    .hasSize(line.opened().lastWeek());
            assertThat(cases(line).stream().filter(Behind.Case::ended))
                    .hasSize(line.closed().lastWeek());
            assertThat(acting.as(LoadedOffice.SUPERVISOR, () -> behind.tasks(line.whose(), account(line))))
                    .hasSize(line.late() + line.soon());
        }
    }

    /** One tells the database who asks; and then officers, sections, supervisors, absences and weeks, whatever their number. */
    @Test
    void theNumbersCostTheSameWhateverTheyAre() {
        List<String> sent = CountedStatements.during(this::read);
        assertThat(sent).as("%s", sent).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({"ja, {0}件／計画{1}件", "en, {0} of {1} planned"})
    void thePageSaysThem(String language, String said) {
        MvcTestResult page = pages(language).opens(LoadedOffice.SUPERVISOR, "/workload?sort=late");
        assertThat(page).hasStatusOk();
        for (Carried line : read().officers()) {
            int planned = 40 * line.hours() / 100;
            assertThat(page)
                    .bodyText()
                    .contains(said.replace("{0}", "" + line.cases()).replace("{1}", "" + planned));
        }
        assertThat(page)
                .bodyText()
                .contains(said.replace("{0}", "" + read().whole().cases()).replace("{1}", "100"));
        assertThat(page).bodyText().contains("aria-sort=\"descending\"").doesNotContain("else-a", "load-gone");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ja | change | -3         | 児童福祉司がいなくなります
                    en | change | -99        | That leaves no officer
                    en | change | two        | Enter a whole number from -99 to 99
                    en | change | 1000       | Enter a whole number from -99 to 99
                    ja | from   | 2020-04    | 過ぎた月です
                    en | from   | April      | Enter year and month
                    en | from   | 2027-13    | Enter year and month
                    en | from   | 2999-01    | after the months worked out
                    en | cases  | -1         | Enter a number from 0
                    en | cases  | many       | Enter a number from 0
                    ja | months | 25         | 1から24まで
                    en | months | 0          | Enter a whole number from 1 to 24
                    """)
    void whatCannotBeIsSaidAtItsFieldAndKept(String language, String field, String typed, String said) {
        MvcTestResult page = pages(language).opens(LoadedOffice.SUPERVISOR, "/workload?" + field + "=" + typed);
        assertThat(page).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(page).bodyText().contains(said, "value=\"" + typed + "\"", "id=\"what-if-" + field + "-problem\"");
    }

    @Test
    void wideDigitsAreDigitsAndTheFormulaIsSaid() {
        MvcTestResult page = pages("ja").opens(LoadedOffice.SUPERVISOR, "/workload?change=＋２&months=１２&cases=3.5");
        assertThat(page).hasStatusOk();
        assertThat(page).bodyText().contains("<td data-label=\"児童福祉司（常勤換算）\">4.5</td>", "前月末の件数");
    }

    @Test
    void aCenterWithoutOfficersHasAPageThatSaysSo() {
        Actor lonely = Actor.person("lonely", Set.of(Role.SUPERVISOR), "nowhere", null);
        assertThat(pages("ja").opens(lonely, "/workload?change=2"))
                .hasStatusOk()
                .bodyText()
                .contains("このセンターには児童福祉司がいません")
                .doesNotContain("id=\"what-if-change\"");
    }

    private Workload.Now read() {
        return acting.as(LoadedOffice.SUPERVISOR, workload::now);
    }

    private static Carried line(Workload.Now now, Whose whose) {
        return now.lines().stream()
                .filter(one -> one.whose() == whose)
                .findFirst()
                .orElseThrow();
    }

    private List<Behind.Case> cases(Carried line) {
        return acting.as(LoadedOffice.SUPERVISOR, () -> behind.cases(line.whose(), account(line)));
    }

    private List<Behind.Case> open(Carried line) {
        return cases(line).stream().filter(Behind.Case::open).toList();
    }

    private static String account(Carried line) {
        return Objects.requireNonNullElse(line.account(), Objects.requireNonNullElse(line.section(), ""));
    }

    private void equalsRaw(Carried line, String whoseCase, String whoseTask, String account) {
        String cases = whoseCase.formatted(account);
        String tasks = whoseTask.formatted(account);
        assertThat(line.cases()).isEqualTo(count("select count(*) " + OPEN + cases));
        assertThat(line.weighted()).isEqualByComparingTo(raw("select " + WEIGHT + OPEN + cases, BigDecimal.class));
        assertThat(line.late()).isEqualTo(count("select count(*) " + TASKS + tasks + " and i.due_at < now()"));
        assertThat(line.soon())
                .isEqualTo(count("select count(*) " + TASKS + tasks
                        + " and i.due_at between now() and now() + interval '48 hours'"));
        Map.of("opened_at", line.opened(), "closed_at", line.closed()).forEach((column, flow) -> {
            assertThat(flow.lastWeek()).isEqualTo(since(column, "7 days", cases));
            assertThat(flow.lastWeeks()).isEqualTo(since(column, "56 days", cases));
        });
    }

    private int since(String column, String span, String whose) {
        return count("select count(*) from case_file f where f.center = 'load' and f.number <> :kept and " + whose
                + " and f." + column + " > now() - interval '" + span + "'");
    }

    private int inWeek(String column, LocalDate monday) {
        return count("select count(*) from case_file f where f.center = 'load' and f.number <> :kept and (f." + column
                + " at time zone 'Asia/Tokyo')::date between '" + monday + "' and '" + monday.plusDays(6) + "'");
    }

    private int count(String sql) {
        return raw(sql, Integer.class);
    }

    private <T> T raw(String sql, Class<T> type) {
        return database.asSuperuser().sql(sql).param("kept", kept).query(type).single();
    }

    private Browser pages(String language) {
        return new Browser(house, language);
    }
}
