package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.deadlines.CaseFacts;
import org.tasuki.figures.By;
import org.tasuki.figures.Figures;
import org.tasuki.figures.Metric;
import org.tasuki.figures.Report;
import org.tasuki.figures.Table;
import org.tasuki.inbox.InboxItem;
import org.tasuki.launch.TestDatabase;
import org.tasuki.terms.CaseNumber;
import org.tasuki.terms.FiscalYear;

/** Two months of a small center, over the end of a fiscal year: each number is what a recount of the raw rows comes to. */
@StoryTest
@Import({SimulatedOffice.class, SecondThoughts.class})
class FiguresTests {

    private static final LocalDate FIRST = LocalDate.of(2028, 3, 8);
    private static final int DAYS = 50;
    private static final FiscalYear BEFORE = new FiscalYear(2027);
    private static final FiscalYear NOW = new FiscalYear(2028);

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private SimulatedOffice.Turning turning;

    @Autowired
    private CaseFacts facts;

    @Autowired
    private SecondThoughts second;

    @Autowired
    private Figures figures;

    @Autowired
    private TestDatabase database;

    @Autowired
    private WebApplicationContext house;

    private Browser browser;
    private static boolean lived;

    @BeforeEach
    void live() {
        browser = new Browser(house);
        turning.to(FIRST.plusDays(lived ? DAYS : 0) + "T08:30");
        if (!lived) {
            lived = true;
            office.open();
            SimulatedPeople people =
                    new SimulatedPeople(stories, facts, () -> turning.hands().instant(), second, 20280308);
            for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(DAYS)); day = day.plusDays(1)) {
                live(day, people);
            }
            FigureCases.edgesOf(database);
            divide();
            turning.to(FIRST.plusDays(DAYS) + "T08:30");
        }
    }

    /** Some officers are in a section, some in none. */
    private void divide() {
        database.asSuperuser()
                .sql(
                        """
                        insert into section (center, key, name_ja, name_en) values ('story', 'east', '東係', 'East'), ('story', 'west', '西係', 'West');
                        update account set section = 'east' where id = 'story-officer';
                        update account set section = 'west' where id = 'story-officer2'
                        """)
                .update();
    }

    private void live(LocalDate day, SimulatedPeople people) {
        for (String moment : List.of("T09:00", "T14:00")) {
            turning.to(day + moment);
            for (int call = people.calls(0.9); call > 0; call--) {
                people.call();
            }
            open().stream().filter(people::does).forEach(people::works);
        }
    }

    private List<InboxItem> open() {
        return stories.acting()
                .as(StoryOffice.SYSTEM, () -> stories.transaction().execute(status -> database
                        .asSuperuser()
                        .sql("select number from case_file where center = 'story' and status = 'open' order by number")
                        .query(String.class)
                        .list()
                        .stream()
                        .flatMap(number -> stories.inbox().ofCase(new CaseNumber(number)).stream())
                        .sorted(Comparator.comparing(InboxItem::number).thenComparing(InboxItem::step))
                        .toList()));
    }

    @Test
    void eachNumberIsWhatARecountOfTheRawRowsComesTo() {
        FigureRecount recount = new FigureRecount(database, turning.hands().instant());
        for (Metric metric : each()) {
            Table table = table(metric, NOW);
            String figure = metric.key() + " by " + metric.by();
            assertThat(FigureRecount.told(table)).as(figure).isEqualTo(recount.of(metric, NOW, BEFORE));
            assertThat(table.total().before().n() + table.total().now().n())
                    .as(figure + " is not empty")
                    .isPositive();
        }
        assertThat(table(Metric.all(By.SECTION).get(0), NOW).lines())
                .extracting(Table.Line::cell)
                .contains("east");
    }

    @Test
    void aListHasAsManyCasesAsItsNumberSays() {
        for (Metric metric : each()) {
            Table table = table(metric, NOW);
            for (Table.Line line : table.lines()) {
                assertThat(cases(metric, NOW, line.cell())).as(metric.key()).hasSize((int)
                        Math.min(501, line.now().n()));
                assertThat(cases(metric, BEFORE, line.cell())).as(metric.key()).hasSize((int)
                        Math.min(501, line.before().n()));
            }
        }
    }

    private static List<Metric> each() {
        return Arrays.stream(By.values()).flatMap(by -> Metric.all(by).stream()).toList();
    }

    @Test
    void byOfficerAndBySectionEachLineOpensItsOwnCases() {
        assertThat(browser.opens(office.at("supervisor"), "/figures?by=officer"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "受理件数（担当者別）",
                        "終結時の担当児童福祉司",
                        "/figures/safety/cases?year=2028&amp;by=officer&amp;cell=story-officer")
                .doesNotContain("chart.svg", "??", "受理件数（経路）");
        assertThat(browser.opens(office.at("supervisor"), "/figures?by=section&year=2027"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "東係",
                        "48時間を超えた件数（係別）",
                        "by=section&amp;cell=east",
                        "chart.svg?year=2027&amp;by=section",
                        "value=\"section\" selected")
                .doesNotContain("??");
        assertThat(browser.opens(office.at("supervisor"), "/figures/renotified/cases?year=2027&by=section&cell=east"))
                .hasStatusOk()
                .bodyText()
                .contains("東係", "1年以内に再通告", "/figures?year=2027&amp;by=section");
        assertThat(browser.opens(office.at("supervisor"), "/figures/safety/chart.svg?year=2028&by=section"))
                .hasStatusOk()
                .bodyText()
                .contains("東係");
    }

    @Test
    void whatFiguresAreNotBrokenDownByIsSaid() {
        assertThat(browser.opens(office.at("supervisor"), "/figures?by=child&year=2028"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("id=\"by-problem\"", "そのような分け方はありません", "受理件数（虐待の種別）");
        assertThat(browser.sends(office.at("supervisor"), "/figures/export", "by", "child", "reason", "所内会議"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("id=\"by-problem\"", "value=\"所内会議\"");
        for (String path : List.of(
                "/figures/safety/cases?by=child",
                "/figures/accepted-type/cases?by=officer",
                "/figures/safety/chart.svg?by=officer",
                "/figures/report-age/cases?by=section")) {
            assertThat(browser.opens(office.at("supervisor"), path)).as(path).hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    /** Who did the work is told inside only; of sections, no small number and none that another gives away. */
    @Test
    void officersStayInsideAndSectionsAreCovered() throws Exception {
        assertThat(taken("officer", "outside"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("id=\"audience-problem\"", "担当者別の統計は所外に出せません", "value=\"outside\" checked");
        assertThat(taken("officer", "inside"))
                .hasStatusOk()
                .hasHeader("Content-Disposition", "attachment; filename=\"figures-2028-officer.csv\"")
                .bodyText()
                .contains("受理件数（担当者別）", "story-officer");
        String outside = taken("section", "outside").getResponse().getContentAsString();
        assertThat(outside).contains("東係", "\"*\"").doesNotContain("story-officer");
        assertThat(outside.lines().filter(line -> line.contains("\"東係\"") || line.contains("\"西係\"")))
                .as("sections of one officer each")
                .hasSizeGreaterThan(20)
                .allMatch(line -> line.endsWith(",\"*\"") || line.endsWith(",\"－\""));
        assertThat(outside.lines().filter(line -> line.contains("件数\"") || line.contains("再通告\"")))
                .isNotEmpty()
                .noneMatch(line -> line.matches(".*,\"[1-9]\"$"));
        assertThat(database.asSuperuser()
                        .sql(
                                "select breakdown || ' ' || audience from figures_taken where breakdown <> 'kind' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("officer inside", "section outside");
    }

    private MvcTestResult taken(String by, String audience) {
        return browser.sends(
                office.at("director"),
                "/figures/export",
                "year",
                "2028",
                "by",
                by,
                "audience",
                audience,
                "format",
                "csv",
                "reason",
                "公表");
    }

    private Table table(Metric metric, FiscalYear year) {
        return stories.acting().as(office.at("supervisor"), () -> figures.table(metric, year));
    }

    private List<Figures.Counted> cases(Metric metric, FiscalYear year, String cell) {
        return stories.acting().as(office.at("supervisor"), () -> figures.cases(metric, year, cell));
    }

    @Test
    void aYearThatHasBegunSaysThatItIsNotOver() {
        assertThat(browser.opens(office.at("supervisor"), "/figures"))
                .bodyText()
                .contains(
                        "令和10年度（2028）", "令和9年度（2027）", "この年度は途中です", "/figures/accepted-type/cases?year=2027&amp;cell=")
                .doesNotContain("??");
        assertThat(browser.opens(office.at("supervisor"), "/figures?year=2027"))
                .bodyText()
                .doesNotContain("この年度は途中です");
        assertThat(browser.opens(office.at("supervisor"), "/figures?year=2999"))
                .bodyText()
                .contains("この年度は途中です");
    }

    @Test
    void whatCannotBeCountedIsNotThere() {
        for (String path : List.of(
                "/figures/nothing/cases",
                "/figures/safety/chart.svg",
                "/figures/steps/cases?cell=" + "x".repeat(101))) {
            assertThat(browser.opens(office.at("supervisor"), path)).as(path).hasStatus(HttpStatus.NOT_FOUND);
        }
        for (String cell : List.of("%3Cb%3E", "x", "story-officer", "a.b", ".")) {
            for (String key :
                    List.of("accepted-type", "accepted-officer", "steps", "closed", "renotified", "report-age")) {
                assertThat(browser.opens(office.at("supervisor"), "/figures/" + key + "/cases?cell=" + cell))
                        .as(key + " " + cell)
                        .hasStatus(HttpStatus.OK)
                        .bodyText()
                        .doesNotContain("<b>", "??");
            }
        }
    }

    @Test
    void aPictureSaysWhatTheTableSays() {
        assertThat(browser.opens(office.at("supervisor"), "/figures/steps/chart.svg?year=2028"))
                .hasStatus(HttpStatus.OK)
                .bodyText()
                .contains("<svg", "role=\"img\"", "<title id=\"title\">", "受付");
    }

    @Test
    void nothingOfACaseThatIsKeptFromTheReaderIsCounted() {
        long all = table(Metric.all().get(0), BEFORE).total().now().n();
        String number = cases(Metric.all().get(0), BEFORE, null).get(0).number().value();
        database.asSuperuser()
                .sql(
                        """
                        insert into case_exclusion (case_number, center, account, reason, decided_by, decided_at)
                        values (?, 'story', 'story-supervisor', 'relative', 'story-director', now())
                        """)
                .param(number)
                .update();
        assertThat(table(Metric.all().get(0), BEFORE).total().now().n()).isEqualTo(all - 1);
        database.asSuperuser().sql("delete from case_exclusion").update();
    }

    /** One for each figure, one for the years; the rest is the door's and the session's. */
    @Test
    void thePageAsksOnceAFigure() {
        List<String> sent = CountedStatements.during(() -> browser.opens(office.at("supervisor"), "/figures"));
        assertThat(sent.stream().filter(sql -> sql.contains("with counted as")))
                .hasSize(Metric.all().size());
        assertThat(sent).hasSizeLessThanOrEqualTo(Metric.all().size() + 12);
    }

    @Test
    void whatIsTakenOutHasAReasonAndIsNoted() {
        assertThat(browser.sends(
                        office.at("supervisor"),
                        "/figures/export",
                        "year",
                        "2028",
                        "audience",
                        "outside",
                        "reason",
                        " "))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("取り出す理由を入力してください", "value=\"outside\" checked");
        assertThat(browser.sends(
                        office.at("supervisor"), "/figures/export", "year", "2028", "format", "csv", "reason", "県への報告"))
                .hasStatus(HttpStatus.OK)
                .hasHeader("Content-Disposition", "attachment; filename=\"figures-2028.csv\"")
                .bodyText()
                .contains("\"accepted-type\",\"受理件数（虐待の種別）\",\"計\",\"令和10年度（2028）\",\"", "accepted-officer")
                .doesNotContain("*");
        assertThat(database.asSuperuser()
                        .sql("select detail ->> 'audience' from audit_entry where act = 'figures-taken-out'")
                        .query(String.class)
                        .list())
                .contains("inside");
        assertThat(database.asSuperuser()
                        .sql("select reason from figures_taken where account = 'story-supervisor'")
                        .query(String.class)
                        .list())
                .contains("県への報告");
        assertThat(browser.sends(office.at("officer"), "/figures/export", "reason", "-"))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void outsideNobodyFindsASmallNumber() throws Exception {
        String outside = browser.sends(
                        office.at("director"),
                        "/figures/export",
                        "year",
                        "2028",
                        "audience",
                        "outside",
                        "format",
                        "csv",
                        "reason",
                        "公表")
                .getResponse()
                .getContentAsString();
        assertThat(outside).contains("\"*\"").doesNotContain("accepted-officer", "story-officer");
        assertThat(outside.lines()
                        .filter(line -> line.startsWith("\"accepted") || line.startsWith("\"closed"))
                        .filter(line -> !line.contains("中央値") && !line.contains("90％") && !line.contains("増減")))
                .isNotEmpty()
                .noneMatch(line -> line.matches(".*,\"[1-9]\"$"));
    }

    @Test
    void aWorkbookHasASheetForEachFigure() throws Exception {
        byte[] book = browser.sends(
                        office.at("director"), "/figures/export", "year", "2028", "format", "xlsx", "reason", "所内会議")
                .getResponse()
                .getContentAsByteArray();
        Path file = Files.write(Files.createTempFile("figures", ".xlsx"), book);
        List<String> parts;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            parts = zip.stream().map(ZipEntry::getName).toList();
        } finally {
            Files.delete(file);
        }
        assertThat(parts.stream().filter(part -> part.startsWith("xl/worksheets/sheet")))
                .hasSize(Metric.all().size() + 1);
    }

    @Test
    void eachCellOfTheReportIsWhatARecountComesToAndOpensAsManyCases() {
        FigureRecount recount = new FigureRecount(database, turning.hands().instant());
        for (Metric part : Report.parts()) {
            Table table = table(part, NOW);
            assertThat(FigureRecount.told(table)).as(part.key()).isEqualTo(recount.of(part, NOW, BEFORE));
            for (Table.Line line : table.lines()) {
                assertThat(cases(part, NOW, line.cell()))
                        .hasSize((int) line.now().n());
                assertThat(cases(part, BEFORE, line.cell()))
                        .hasSize((int) line.before().n());
            }
            FigureSums.of(table).forEach((sum, n) -> assertThat(cases(part, NOW, sum))
                    .as(part.key() + " " + sum)
                    .hasSize(n.intValue()));
        }
    }
}
