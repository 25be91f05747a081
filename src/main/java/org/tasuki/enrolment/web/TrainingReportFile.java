package org.tasuki.enrolment.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;
import org.tasuki.enrolment.Numbers;
import org.tasuki.enrolment.TrainingReport;
import org.tasuki.enrolment.TrainingReport.Both;
import org.tasuki.enrolment.TrainingReport.Line;
import org.tasuki.figures.Outside;
import org.tasuki.figures.SmallNumbers;
import org.tasuki.terms.FiscalYear;
import org.tasuki.terms.Text;
import org.tasuki.web.Dates;

/** The training report as a workbook: exact for inside, or with small numbers of people covered (秘匿). */
@Component
class TrainingReportFile {

    private static final String HIDDEN = "*";
    private static final double HOUR = 60;

    private final EnrolmentWords words;
    private final Outside outside;
    private final Dates dates;
    private final Clock clock;

    TrainingReportFile(EnrolmentWords words, Outside outside, Dates dates, Clock clock) {
        this.words = words;
        this.outside = outside;
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * A column of one year.
     *
     * @param people whether it counts people, so that a small number may tell of somebody
     */
    private record Column(String key, Function<Numbers, Number> of, boolean people) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("in-person", Numbers::inPerson, false),
            new Column("online", Numbers::online, false),
            new Column("enrolled", Numbers::enrolled, true),
            new Column("attended", Numbers::attended, true),
            new Column("completed", Numbers::completed, true),
            new Column("hours", numbers -> Math.round(numbers.minutes() / HOUR * 10) / 10.0, true));

    byte[] of(TrainingReport report, boolean inside, Locale language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Tasuki", "1.0")) {
            about(book, report, inside, language);
            numbers(book, report, inside, language);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private void about(Workbook book, TrainingReport report, boolean inside, Locale language) {
        Worksheet sheet = book.newWorksheet(words.text("enrolment.report.sheet.about", language));
        List<String> lines = List.of(
                words.text("enrolment.report.title", language) + " " + words.year(report.year(), language),
                dates.day(report.year().start()) + " – "
                        + dates.day(report.year().end()),
                words.text("figures.taking.at", language, dates.full(clock.instant())),
                inside
                        ? words.text("figures.taking.exact", language)
                        : words.text("enrolment.report.covered", language, outside.limit()),
                words.text("enrolment.report.means", language));
        sheet.width(0, 100);
        for (int line = 0; line < lines.size(); line++) {
            sheet.value(line, 0, lines.get(line));
        }
    }

    private void numbers(Workbook book, TrainingReport report, boolean inside, Locale language) {
        Worksheet sheet = book.newWorksheet(words.text("enrolment.report.sheet.numbers", language));
        Map<String, Text> offices = words.offices();
        List<Line> lines = report.lines();
        head(sheet, report.year(), language);
        for (int row = 0; row < lines.size(); row++) {
            sheet.value(
                    row + 1, 0, TrainingReportPages.name(offices, lines.get(row).office(), language));
            sheet.value(row + 1, 1, words.audience(lines.get(row).audience(), language));
        }
        sheet.value(lines.size() + 1, 0, words.text("enrolment.report.total", language));
        sheet.range(0, 0, 0, COLUMNS.size() * 2 + 1)
                .style()
                .bold()
                .wrapText(true)
                .set();
        fill(sheet, report, Both::now, 2, inside);
        fill(sheet, report, Both::before, 2 + COLUMNS.size(), inside);
        sheet.freezePane(2, 1);
    }

    private void head(Worksheet sheet, FiscalYear year, Locale language) {
        sheet.width(0, 34);
        sheet.width(1, 18);
        sheet.value(0, 0, words.text("enrolment.column.office", language));
        sheet.value(0, 1, words.text("enrolment.column.audience", language));
        for (int column = 0; column < COLUMNS.size(); column++) {
            String name =
                    words.text("enrolment.report.column." + COLUMNS.get(column).key(), language);
            sheet.value(0, column + 2, name + " " + words.year(year, language));
            sheet.value(
                    0,
                    column + 2 + COLUMNS.size(),
                    name + " " + words.year(new FiscalYear(year.value() - 1), language));
        }
    }

    private void fill(Worksheet sheet, TrainingReport report, Function<Both, Numbers> year, int first, boolean inside) {
        List<Numbers> lines =
                report.lines().stream().map(line -> year.apply(line.numbers())).toList();
        Numbers total = year.apply(report.total());
        boolean[] somebody = new boolean[lines.size() + 1];
        for (int column = 0; column < COLUMNS.size(); column++) {
            Column one = COLUMNS.get(column);
            List<Number> values = new ArrayList<>(lines.stream().map(one.of()).toList());
            values.add(one.of().apply(total));
            boolean[] hidden = inside || !one.people() ? new boolean[values.size()] : hidden(one, values, somebody);
            for (int row = 0; row < values.size(); row++) {
                if (hidden[row]) {
                    sheet.value(row + 1, first + column, HIDDEN);
                } else {
                    sheet.value(row + 1, first + column, values.get(row));
                }
            }
        }
    }

    /** Hours are of the people in the columns before: where one of these is not told, they are not. */
    private boolean[] hidden(Column column, List<Number> values, boolean[] somebody) {
        if (column.key().equals("hours")) {
            return somebody;
        }
        SmallNumbers small = new SmallNumbers(outside.limit());
        int last = values.size() - 1;
        boolean[] lines = small.line(
                values.subList(0, last).stream().map(Number::longValue).toList());
        boolean[] hidden = Arrays.copyOf(lines, values.size());
        hidden[last] = small.small(values.get(last).longValue());
        for (int row = 0; row < hidden.length; row++) {
            somebody[row] = somebody[row] || hidden[row];
        }
        return hidden;
    }
}
