package org.tasuki.figures.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.figures.Figures;
import org.tasuki.figures.Metric;
import org.tasuki.figures.Outside;
import org.tasuki.figures.Report;
import org.tasuki.figures.ReportCover;
import org.tasuki.figures.ReportTable;
import org.tasuki.figures.Submissions;
import org.tasuki.figures.Submissions.Submission;
import org.tasuki.figures.Taking;
import org.tasuki.figures.Taking.Audience;
import org.tasuki.figures.Takings;
import org.tasuki.people.Acting;
import org.tasuki.people.Offices;
import org.tasuki.web.Dates;

/** The national report as a workbook: the tables as they are now beside what changed since a submission, and each submission as it was. */
@Component
@Transactional
class ReportFile {

    /** Who restates a year more often has the older ones on the page. */
    private static final int SUBMISSIONS_MOST = 10;

    private final Report report;
    private final Figures figures;
    private final ReportPages pages;
    private final ReportCover cover;
    private final Outside outside;
    private final Submissions submissions;
    private final Takings takings;
    private final FigureWords words;
    private final Offices offices;
    private final Acting acting;
    private final Dates dates;
    private final Clock clock;

    ReportFile(
            Report report,
            Figures figures,
            ReportPages pages,
            ReportCover cover,
            Outside outside,
            Submissions submissions,
            Takings takings,
            FigureWords words,
            Offices offices,
            Acting acting,
            Dates dates,
            Clock clock) {
        this.report = report;
        this.figures = figures;
        this.pages = pages;
        this.cover = cover;
        this.outside = outside;
        this.submissions = submissions;
        this.takings = takings;
        this.words = words;
        this.offices = offices;
        this.acting = acting;
        this.dates = dates;
        this.clock = clock;
    }

    /** What stands in the file: the numbers now, the submission beside them, and all of them, oldest first. */
    private record Content(
            Taking taking, Map<String, Long> now, @Nullable Submission beside, List<Submission> sent, Locale language) {

        List<Map<String, Long>> all() {
            return Stream.concat(Stream.of(now), sent.stream().map(Submission::cells))
                    .toList();
        }
    }

    /** @param against the submission to compare with; the last one, where it is none of this year's */
    byte[] of(Taking taking, String against, Locale language) {
        List<Submission> newest = submissions.of(taking.year());
        Submission beside = ReportPages.chosen(newest, against);
        List<Submission> sent = newest.stream()
                .filter(one -> newest.indexOf(one) < SUBMISSIONS_MOST || one == beside)
                .sorted((one, other) -> Long.compare(one.id(), other.id()))
                .toList();
        Content content = new Content(taking, report.cells(taking.year()), beside, sent, language);
        takings.note(taking, Takings.What.REPORT);
        return written(content);
    }

    private byte[] written(Content content) {
        Map<String, boolean[][]> hidden = hidden(content);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Tasuki", "1.0")) {
            ReportSheet first = new ReportSheet(book.newWorksheet(say("figures.report.sheet", content)));
            about(content).forEach(first::says);
            tables(first, content, content.now(), content.beside(), hidden);
            for (int place = 0; place < content.sent().size(); place++) {
                Submission one = content.sent().get(place);
                ReportSheet sheet =
                        new ReportSheet(book.newWorksheet(say("figures.report.sheet.sent", content, place + 1)));
                sheet.heading(title(content));
                sheet.says(say("figures.report.file.sent", content, dates.full(one.at())));
                tables(sheet, content, one.cells(), null, hidden);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private List<String> about(Content content) {
        String center = Objects.requireNonNull(acting.current().center());
        List<String> about = new ArrayList<>(List.of(
                title(content),
                offices.center(center)
                        .map(one -> one.name().in(content.language()))
                        .orElse(center),
                pages.period(content.taking().year(), content.language()),
                say("figures.taking.at", content, dates.full(clock.instant())),
                content.taking().audience() == Audience.OUTSIDE
                        ? say("figures.taking.covered", content, outside.limit())
                        : say("figures.report.file.exact", content)));
        if (pages.running(content.taking().year())) {
            about.add(say("figures.report.file.running", content));
        }
        about.add(
                content.beside() == null
                        ? say("figures.report.sent.none", content)
                        : say(
                                "figures.report.file.beside",
                                content,
                                dates.full(content.beside().at())));
        if (content.now().isEmpty()) {
            about.add(say(
                    "figures.report.empty", content, words.year(content.taking().year(), content.language())));
        }
        figures.newCalendar(content.taking().year(), content.taking().year())
                .ifPresent(day -> about.add(say("figures.calendar", content, dates.day(day))));
        about.add(say("figures.report.source", content, pages.source(content.language())));
        return about;
    }

    private String title(Content content) {
        return say("figures.report.title", content) + " "
                + words.year(content.taking().year(), content.language());
    }

    private Map<String, boolean[][]> hidden(Content content) {
        if (content.taking().audience() == Audience.INSIDE) {
            return Map.of();
        }
        return cover.cover(Report.parts().stream()
                .flatMap(part -> content.all().stream()
                        .map(cells -> ReportTable.of(part, pages.keys(part, content.all()), cells)))
                .toList());
    }

    private void tables(
            ReportSheet sheet,
            Content content,
            Map<String, Long> cells,
            @Nullable Submission beside,
            Map<String, boolean[][]> hidden) {
        for (Metric part : Report.parts()) {
            List<String> keys = pages.keys(part, content.all());
            ReportTable now = ReportTable.of(part, keys, cells);
            ReportTable before = beside == null ? null : ReportTable.of(part, keys, beside.cells());
            boolean[][] covered = hidden.get(part.key());
            sheet.table(
                    new ReportSheet.Block(
                            say("figures." + part.key() + ".title", content),
                            say("figures." + part.key() + ".means", content),
                            pages.columns(content.language()),
                            Stream.concat(
                                            keys.stream().map(key -> words.cell(part, key, content.language())),
                                            Stream.of(say("figures.total", content)))
                                    .toList(),
                            values(now, null, covered),
                            before == null ? null : values(now, before, covered)),
                    say("figures.report.file.change", content));
        }
    }

    /** The numbers, or how they differ from those of another table. */
    private static List<List<Value>> values(
            ReportTable now, @Nullable ReportTable before, boolean @Nullable [][] covered) {
        return IntStream.range(0, now.rows().size())
                .mapToObj(row -> IntStream.rangeClosed(0, Report.TYPES.size())
                        .mapToObj(column -> {
                            long n = now.rows().get(row).get(column);
                            if (covered != null && covered[row][column]) {
                                return Value.HIDDEN;
                            }
                            return before == null
                                    ? Value.count(n, null)
                                    : Value.change(n - before.rows().get(row).get(column));
                        })
                        .toList())
                .toList();
    }

    private String say(String key, Content content, Object... values) {
        return words.text(key, content.language(), values);
    }
}
