package org.tasuki.figures.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.figures.Figures;
import org.tasuki.figures.Metric;
import org.tasuki.figures.Outside;
import org.tasuki.figures.Report;
import org.tasuki.figures.ReportLayout;
import org.tasuki.figures.Submissions;
import org.tasuki.figures.Submissions.Submission;
import org.tasuki.figures.Sums;
import org.tasuki.people.People;
import org.tasuki.terms.FiscalYear;
import org.tasuki.web.Dates;

/** What the page of the national report shows: each cell now, and as it was submitted where that differs. */
@Component
@Transactional(readOnly = true)
class ReportPages {

    private final Report report;
    private final ReportLayout layout;
    private final Submissions submissions;
    private final FigurePages pages;
    private final FigureWords words;
    private final People people;
    private final Figures figures;
    private final Outside outside;
    private final Dates dates;

    ReportPages(
            Report report,
            ReportLayout layout,
            Submissions submissions,
            FigurePages pages,
            FigureWords words,
            People people,
            Figures figures,
            Outside outside,
            Dates dates) {
        this.report = report;
        this.layout = layout;
        this.submissions = submissions;
        this.pages = pages;
        this.words = words;
        this.people = people;
        this.figures = figures;
        this.outside = outside;
        this.dates = dates;
    }

    /** @param was as it was submitted; null where it is the same, or nothing was submitted */
    record Cell(long n, @Nullable String href, @Nullable Long was) {}

    record Row(String label, boolean total, List<Cell> cells) {}

    record Part(String key, String title, String definition, List<String> columns, List<Row> rows) {}

    record Sent(long id, String by, Instant at, boolean chosen) {}

    /** @param against the submission to compare with; the last one, where it is none of this year's */
    Map<String, Object> page(FiscalYear year, String against, Locale language) {
        List<Submission> sent = submissions.of(year);
        Submission before = chosen(sent, against);
        Map<String, Long> now = report.cells(year);
        Map<String, Object> page = new HashMap<>(pages.years(year, language));
        page.put("empty", now.isEmpty() && before == null);
        page.put("source", source(language));
        page.put("period", period(year, language));
        page.put("taking", TakingSheet.EMPTY);
        page.put("below", outside.limit());
        page.put("calendar", figures.newCalendar(year, year).orElse(null));
        page.put("against", before == null ? 0 : before.id());
        page.put("seen", sent.isEmpty() ? 0 : sent.get(0).id());
        page.put(
                "sent",
                sent.stream()
                        .map(one ->
                                new Sent(one.id(), people.name(one.account()).in(language), one.at(), one == before))
                        .toList());
        page.put(
                "parts",
                Report.parts().stream()
                        .map(part -> part(part, year, now, before == null ? null : before.cells(), language))
                        .toList());
        return page;
    }

    /** The one that was asked for; the last one, where it is none of these. */
    static @Nullable Submission chosen(List<Submission> newest, String against) {
        return newest.stream()
                .filter(one -> String.valueOf(one.id()).equals(against))
                .findFirst()
                .orElse(newest.isEmpty() ? null : newest.get(0));
    }

    String source(Locale language) {
        return layout.source().in(language);
    }

    /** From day to day: the year's name tells one era, and a year in which the era changes has days of two. */
    String period(FiscalYear year, Locale language) {
        return words.text("figures.report.period", language, dates.day(year.start()), dates.day(year.end()));
    }

    boolean running(FiscalYear year) {
        return !figures.today().isAfter(year.end());
    }

    List<String> columns(Locale language) {
        return Stream.concat(
                        Report.TYPES.stream().map(type -> FigureWords.option(words.types(), type, language)),
                        Stream.of(words.text("figures.total", language)))
                .toList();
    }

    private Part part(
            Metric part, FiscalYear year, Map<String, Long> now, @Nullable Map<String, Long> before, Locale language) {
        List<Row> rows = new ArrayList<>();
        List<String> keys = keys(part, before == null ? List.of(now) : List.of(now, before));
        for (String key : keys) {
            rows.add(row(part, year, key, List.of(key), words.cell(part, key, language), now, before));
        }
        rows.add(row(part, year, null, keys, words.text("figures.total", language), now, before));
        return new Part(
                part.key(),
                words.text("figures." + part.key() + ".title", language),
                words.text("figures." + part.key() + ".means", language),
                columns(language),
                rows);
    }

    /** Those of the form, and whatever else a case or a submission has. */
    List<String> keys(Metric part, List<Map<String, Long>> all) {
        Set<String> keys = new LinkedHashSet<>(words.order(part));
        for (Map<String, Long> cells : all) {
            cells.keySet().stream()
                    .filter(cell -> cell.startsWith(part.key() + ":"))
                    .map(cell -> cell.substring(part.key().length() + 1, cell.lastIndexOf('/')))
                    .forEach(keys::add);
        }
        return List.copyOf(keys);
    }

    /** One row, or the sum of all of them. @param row null for the sum */
    private static Row row(
            Metric part,
            FiscalYear year,
            @Nullable String row,
            List<String> keys,
            String label,
            Map<String, Long> now,
            @Nullable Map<String, Long> before) {
        List<Cell> cells = new ArrayList<>();
        for (String type : Report.TYPES) {
            String of = row == null ? Sums.column(type) : row + "/" + type;
            cells.add(
                    cell(part, year, of, sum(part, keys, List.of(type), now), sum(part, keys, List.of(type), before)));
        }
        cells.add(cell(
                part,
                year,
                row == null ? null : Sums.row(row),
                sum(part, keys, Report.TYPES, now),
                sum(part, keys, Report.TYPES, before)));
        return new Row(label, row == null, cells);
    }

    /** @param of as {@link Grids#cases} has it */
    private static Cell cell(
            Metric part, FiscalYear year, @Nullable String of, @Nullable Long now, @Nullable Long before) {
        long n = now == null ? 0 : now;
        return new Cell(n, n == 0 ? null : Grids.cases(part, year, of), before == null || before == n ? null : before);
    }

    private static @Nullable Long sum(
            Metric part, List<String> keys, List<String> types, @Nullable Map<String, Long> cells) {
        if (cells == null) {
            return null;
        }
        return keys.stream()
                .flatMap(key -> types.stream().map(type -> Report.cell(part, key, type)))
                .mapToLong(cell -> cells.getOrDefault(cell, 0L))
                .sum();
    }
}
