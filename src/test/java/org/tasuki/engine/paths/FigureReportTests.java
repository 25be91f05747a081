package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.figures.Figures;
import org.tasuki.figures.Metric;
import org.tasuki.figures.Report;
import org.tasuki.figures.Submissions;
import org.tasuki.figures.Table;
import org.tasuki.launch.TestDatabase;
import org.tasuki.terms.FiscalYear;

/** The national report fills itself, opens the cases behind each number, keeps what was submitted, and is taken out as it stands. */
@StoryTest
@Import(SimulatedOffice.class)
class FigureReportTests {

    private static final FiscalYear BEFORE = new FiscalYear(2027);
    private static final FiscalYear NOW = new FiscalYear(2028);

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private SimulatedOffice.Turning turning;

    @Autowired
    private Figures figures;

    @Autowired
    private Report reports;

    @Autowired
    private Submissions submissions;

    @Autowired
    private TestDatabase database;

    @Autowired
    private WebApplicationContext house;

    private Browser browser;
    private static boolean filled;

    @BeforeEach
    void fill() {
        browser = new Browser(house);
        turning.to("2028-04-27T08:30");
        if (!filled) {
            filled = true;
            office.open();
            FigureCases.edgesOf(database);
            database.asSuperuser()
                    .sql(
                            "update consultation set abuse_type = 'physical', route = 'school' where case_number = 'ST-2027-90006'")
                    .update();
        }
    }

    private Table table(Metric metric, FiscalYear year) {
        return stories.acting().as(office.at("supervisor"), () -> figures.table(metric, year));
    }

    /** Whoever follows the link of a total finds as many cases as it says, under its own heading. */
    @Test
    void eachTotalOpensTheCasesThatItCounts() throws Exception {
        String page = browser.opens(office.at("supervisor"), "/figures/report?year=2027")
                .getResponse()
                .getContentAsString();
        List<MatchResult> links = Pattern.compile("<a href=\"([^\"]*/cases[^\"]*)\">([\\d,]+)</a>")
                .matcher(page)
                .results()
                .toList();
        assertThat(links).filteredOn(link -> link.group(1).contains("%2A")).hasSizeGreaterThanOrEqualTo(9);
        for (MatchResult link : links) {
            assertThat(browser.opens(
                            office.at("supervisor"),
                            URLDecoder.decode(link.group(1).replace("&amp;", "&"), StandardCharsets.UTF_8)))
                    .as(link.group(1))
                    .hasStatusOk()
                    .bodyText()
                    .contains("<caption>" + link.group(2) + "件</caption>")
                    .doesNotContain("??");
        }
        assertThat(Pattern.compile("class=\"total\".*?</tr>", Pattern.DOTALL)
                        .matcher(page)
                        .results())
                .hasSize(3)
                .allMatch(row -> !row.group().matches("(?s).*<td[^>]*>\\s*[1-9].*"));
        assertThat(browser.opens(office.at("supervisor"), "/figures/report-age/cases?year=2027&cell=*/physical"))
                .bodyText()
                .contains("計 · 身体的虐待", "ST-2027-90006")
                .doesNotContain("ST-2027-90001");
        assertThat(browser.opens(office.at("officer"), "/figures/report-age/cases?year=2027&cell=*/physical"))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    /** A sum is one of the report's: elsewhere it is a kind that nothing is counted under. */
    @Test
    void whatIsNoSumOpensNothing() {
        for (String path : List.of(
                "/figures/accepted-type/cases?year=2027&cell=*/physical",
                "/figures/report-age/cases?year=2027&cell=*/unheard",
                "/figures/report-age/cases?year=2027&cell=9%25/*",
                "/figures/report-age/cases?year=2027&cell=%25/physical")) {
            assertThat(browser.opens(office.at("supervisor"), path))
                    .as(path)
                    .hasStatusOk()
                    .bodyText()
                    .contains("該当する事例はありません")
                    .doesNotContain("ST-2027", "??");
        }
    }

    @Test
    void theReportFillsItselfAndKeepsWhatWasSubmitted() {
        Map<String, Long> cells = stories.acting().as(office.at("director"), () -> reports.cells(BEFORE));
        long abuse = table(Metric.all().get(0), BEFORE).lines().stream()
                .filter(line -> List.of("physical", "sexual", "neglect", "psychological")
                        .contains(line.cell()))
                .mapToLong(line -> line.now().n())
                .sum();
        for (String part : List.of("report-age:", "report-route:", "report-disposition:")) {
            assertThat(cells.entrySet().stream()
                            .filter(cell -> cell.getKey().startsWith(part))
                            .mapToLong(Map.Entry::getValue)
                            .sum())
                    .as(part)
                    .isEqualTo(abuse);
        }
        assertThat(browser.sends(office.at("director"), "/figures/report/submission", "year", "2028", "seen", "0"))
                .hasStatus(HttpStatus.FOUND);
        assertThat(submissions(NOW)).as("the year is not over").isEmpty();
        browser.sends(office.at("director"), "/figures/report/submission", "year", "2027", "seen", "0");
        browser.sends(office.at("supervisor"), "/figures/report/submission", "year", "2027", "seen", "0");
        assertThat(submissions(BEFORE)).as("somebody else was first").hasSize(1);
        assertThat(submissions(BEFORE).get(0).cells()).isEqualTo(cells);

        database.asSuperuser()
                .sql("update consultation set abuse_type = 'sexual' where case_number = 'ST-2027-90001'")
                .update();
        assertThat(browser.opens(office.at("director"), "/figures/report?year=2027"))
                .bodyText()
                .contains("提出時", "class=\"changed\"")
                .doesNotContain("??");
        browser.sends(
                office.at("director"),
                "/figures/report/submission",
                "year",
                "2027",
                "seen",
                String.valueOf(submissions(BEFORE).get(0).id()));
        List<Submissions.Submission> both = submissions(BEFORE);
        assertThat(both).hasSize(2);
        assertThat(both.get(1).cells()).isEqualTo(cells);
        assertThat(both.get(0).cells()).isNotEqualTo(cells);
        assertThat(browser.opens(
                        office.at("director"),
                        "/figures/report?year=2027&against=" + both.get(1).id()))
                .bodyText()
                .contains("class=\"changed\"");
        database.asSuperuser()
                .sql("update consultation set abuse_type = 'neglect' where case_number = 'ST-2027-90001'")
                .update();
    }

    private List<Submissions.Submission> submissions(FiscalYear year) {
        return stories.acting().as(office.at("director"), () -> submissions.of(year));
    }

    /** Cell by cell the numbers of the report, with what changed and each submission as it was. */
    @Test
    void theReportIsTakenOutAsItStandsOnThePage() throws Exception {
        browser.sends(office.at("director"), "/figures/report/submission", "year", "2027", "seen", "0");
        List<Submissions.Submission> sent = submissions(BEFORE);
        Map<String, Long> cells = stories.acting().as(office.at("director"), () -> reports.cells(BEFORE));
        Map<String, List<List<String>>> book = report("2027", "inside");
        assertThat(book).hasSize(1 + sent.size());
        List<List<String>> first = book.get("報告例の表");
        assertThat(first.stream().map(row -> row.get(0)))
                .contains("福祉行政報告例（児童虐待） 令和9年度（2027）", "児童の年齢別・虐待の種別", "経路別・虐待の種別")
                .anyMatch(line -> line.startsWith("期間：令和9年4月1日"))
                .anyMatch(line -> line.startsWith("比較した提出："));
        assertThat(numbers(first))
                .as("each cell")
                .isEqualTo(cells.values().stream().mapToLong(n -> n).sum());
        for (int place = 0; place < sent.size(); place++) {
            assertThat(numbers(book.get("提出" + (place + 1))))
                    .isEqualTo(sent.get(sent.size() - 1 - place).cells().values().stream()
                            .mapToLong(n -> n)
                            .sum());
        }
        assertThat(database.asSuperuser()
                        .sql("select what || ' ' || audience from figures_taken where reason = '県への提出'")
                        .query(String.class)
                        .list())
                .contains("report inside");
        assertThat(browser.sends(office.at("director"), "/figures/report/export", "year", "2027", "reason", " "))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("取り出す理由を入力してください");
    }

    @Test
    void nobodyOutsideFindsASmallNumberInTheReport() throws Exception {
        Map<String, List<List<String>>> book = report("2027", "outside");
        assertThat(book.values().stream().flatMap(List::stream).flatMap(row -> row.stream()
                        .skip(1)))
                .contains("*")
                .noneMatch(cell -> cell.matches("[1-9](\\.0)?"));
    }

    @Test
    void aReportOfAYearWithoutCasesSaysSo() throws Exception {
        assertThat(browser.opens(office.at("director"), "/figures/report?year=2021"))
                .bodyText()
                .contains("令和3年度（2021）には、表に入る事例がありません", "期間：令和3年4月1日");
        assertThat(report("2021", "inside").get("報告例の表").stream().map(row -> row.get(0)))
                .contains("令和3年度（2021）には、表に入る事例がありません。");
    }

    @Test
    void aYearOfTwoErasIsOneYear() {
        FigureCases.whenTheEraChanged(database);
        try {
            assertThat(browser.opens(office.at("director"), "/figures/report?year=2019"))
                    .bodyText()
                    .contains("令和元年度（2019）", "平成31年4月1日", "令和2年3月31日");
            FiscalYear year = new FiscalYear(2019);
            assertThat(table(Report.parts().get(0), year).total().now().n()).isEqualTo(3);
            assertThat(table(Report.parts().get(0), new FiscalYear(2020))
                            .total()
                            .now()
                            .n())
                    .isEqualTo(1);
        } finally {
            FigureCases.neverMind(database);
        }
    }

    /** Hours run through nights and closed days: what the office calls a working day decides on no figure, before a change and after it. */
    @Test
    void aYearInWhichTheCalendarOfWorkingDaysChangesIsCountedAlike() throws Exception {
        assertThat(browser.opens(office.at("director"), "/figures/report?year=2027"))
                .bodyText()
                .doesNotContain("開庁日の暦が");
        List<Table> before = everything();
        database.asSuperuser()
                .sql(
                        """
                        insert into work_calendar (center, version, closed_on_holidays, closed_at_new_year, by_account, at) values
                            ('story', 1, true, true, 'story-director', '2028-03-10 12:00+09'),
                            ('story', 2, false, true, 'story-director', '2028-03-16 12:00+09')
                        """)
                .update();
        try {
            assertThat(everything())
                    .as("each figure, and each cell of the report")
                    .isEqualTo(before);
            for (String path : List.of("/figures?year=2028", "/figures?year=2027", "/figures/report?year=2027")) {
                assertThat(browser.opens(office.at("director"), path))
                        .as(path)
                        .bodyText()
                        .contains("開庁日の暦が、この期間の途中で変わっています（最後の変更は令和10年3月16日")
                        .doesNotContain("??");
            }
            assertThat(browser.opens(office.at("director"), "/figures/report?year=2028"))
                    .bodyText()
                    .doesNotContain("開庁日の暦が");
            assertThat(report("2027", "inside").get("報告例の表").stream().map(row -> row.get(0)))
                    .anyMatch(line -> line.startsWith("開庁日の暦が、この期間の途中で変わっています"));
        } finally {
            database.asSuperuser()
                    .sql("delete from work_calendar where center = 'story'")
                    .update();
        }
    }

    private List<Table> everything() {
        return Stream.concat(Metric.all().stream(), Report.parts().stream())
                .map(metric -> table(metric, NOW))
                .toList();
    }

    /** Neither empty tables nor a file of them: a sentence, and nothing to submit. */
    @Test
    void aPeriodWithoutCasesIsAnsweredByASentence() throws Exception {
        for (String path :
                List.of("/figures?year=2020", "/figures?year=2020&by=section", "/figures?year=2020&by=officer")) {
            assertThat(browser.opens(office.at("director"), path))
                    .as(path)
                    .hasStatusOk()
                    .bodyText()
                    .contains("令和2年度（2020）とその前年度には、数える事例がありません", "ほかの年度を選んでください")
                    .doesNotContain("<table", "chart.svg", "/figures/export", "??");
        }
        assertThat(browser.opens(office.at("director"), "/figures/report?year=2021"))
                .bodyText()
                .contains("令和3年度（2021）には、表に入る事例がありません")
                .doesNotContain("<table", "/figures/report/export", "/figures/report/submission");
        browser.sends(office.at("director"), "/figures/report/submission", "year", "2021", "seen", "0");
        assertThat(submissions(new FiscalYear(2021))).as("nothing was noted").isEmpty();
        assertThat(browser.sends(
                        office.at("director"), "/figures/export", "year", "2020", "format", "csv", "reason", "確認"))
                .hasStatus(HttpStatus.OK)
                .bodyText()
                .contains("数える事例がありません");
    }

    private Map<String, List<List<String>>> report(String year, String audience) throws Exception {
        return WorkbookRead.sheets(browser.sends(
                        office.at("director"),
                        "/figures/report/export",
                        "year",
                        year,
                        "audience",
                        audience,
                        "reason",
                        "県への提出")
                .getResponse()
                .getContentAsByteArray());
    }

    /** Of the four columns of types, without the sums. */
    private static long numbers(List<List<String>> rows) {
        return rows.stream()
                .filter(row -> row.size() > 5 && !row.get(0).equals("計"))
                .flatMap(row -> row.subList(1, 5).stream())
                .filter(cell -> cell.matches("[\\d.]+"))
                .mapToLong(cell -> (long) Double.parseDouble(cell))
                .sum();
    }
}
