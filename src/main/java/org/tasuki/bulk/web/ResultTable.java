package org.tasuki.bulk.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.bulk.BulkRun;
import org.tasuki.bulk.BulkRuns;
import org.tasuki.casefile.web.StepWords;

/** What came of each task, for a spreadsheet. Every cell is the house's own word or a case's number: no name is in it. */
@Component
@Transactional(readOnly = true)
class ResultTable {

    /** By this mark spreadsheets know the characters. */
    private static final String MARK = "\uFEFF";

    private final BulkRuns runs;
    private final StepWords words;
    private final MessageSource texts;

    ResultTable(BulkRuns runs, StepWords words, MessageSource texts) {
        this.runs = runs;
        this.words = words;
        this.texts = texts;
    }

    public byte[] of(BulkRun run, Locale language) {
        StringBuilder table = new StringBuilder(MARK);
        line(
                table,
                text("bulk.column.case", language),
                text("bulk.column.step", language),
                text("bulk.column.result", language));
        runs.rows(run.id())
                .forEach(row -> line(
                        table,
                        row.number().value(),
                        words.step(row.process(), row.step()).in(language),
                        text(result(run, row), language)));
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String result(BulkRun run, BulkRun.Row row) {
        return switch (row.state()) {
            case DONE -> "bulk.row.done";
            case REFUSED -> "bulk.why." + row.why();
            case WAITING -> run.state() == BulkRun.State.RUNNING ? "bulk.row.waiting" : "bulk.row.untouched";
        };
    }

    private static void line(StringBuilder table, String... cells) {
        table.append(Arrays.stream(cells)
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private String text(String key, Locale language) {
        return Objects.requireNonNull(texts.getMessage(key, null, language));
    }
}
