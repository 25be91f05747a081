package org.tasuki.enrolment.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tasuki.enrolment.Numbers;
import org.tasuki.enrolment.TrainingReport;
import org.tasuki.enrolment.TrainingReport.Both;
import org.tasuki.enrolment.TrainingReports;
import org.tasuki.figures.Outside;
import org.tasuki.terms.FiscalYear;
import org.tasuki.terms.Text;

/** The training report as a page. */
@Component
class TrainingReportPages {

    private static final int YEARS = 6;

    private final TrainingReports reports;
    private final EnrolmentWords words;
    private final Outside outside;

    TrainingReportPages(TrainingReports reports, EnrolmentWords words, Outside outside) {
        this.reports = reports;
        this.words = words;
        this.outside = outside;
    }

    record Year(int value, String label, boolean chosen) {}

    record Cell(String now, String before) {}

    record Row(String office, String audience, List<Cell> cells) {}

    void page(TrainingReport report, boolean keeps, Locale language, Model model) {
        LocalDate today = reports.today();
        int newest = FiscalYear.of(today).value();
        int chosen = report.year().value();
        model.addAttribute("year", chosen);
        model.addAttribute("yearName", words.year(report.year(), language));
        model.addAttribute("from", report.year().start());
        model.addAttribute("until", report.year().end());
        model.addAttribute("today", today);
        model.addAttribute("running", chosen == newest);
        model.addAttribute("keeps", keeps);
        model.addAttribute("below", outside.limit());
        model.addAttribute(
                "years",
                IntStream.iterate(newest, year -> year - 1)
                        .limit(Math.max(YEARS, newest - chosen + 1))
                        .mapToObj(year -> new Year(year, words.year(new FiscalYear(year), language), year == chosen))
                        .toList());
        Map<String, Text> offices = words.offices();
        model.addAttribute(
                "rows",
                report.lines().stream()
                        .map(line -> new Row(
                                name(offices, line.office(), language),
                                words.audience(line.audience(), language),
                                cells(line.numbers(), language)))
                        .toList());
        model.addAttribute("total", cells(report.total(), language));
    }

    static String name(Map<String, Text> offices, String key, Locale language) {
        return offices.getOrDefault(key, new Text(key, key)).in(language);
    }

    private List<Cell> cells(Both both, Locale language) {
        Numbers now = both.now();
        Numbers before = both.before();
        return List.of(
                cell(now.inPerson(), before.inPerson()),
                cell(now.online(), before.online()),
                cell(now.enrolled(), before.enrolled()),
                cell(now.attended(), before.attended()),
                cell(now.completed(), before.completed()),
                new Cell(words.length(now.minutes(), language), words.length(before.minutes(), language)));
    }

    private static Cell cell(long now, long before) {
        return new Cell(String.valueOf(now), String.valueOf(before));
    }
}
