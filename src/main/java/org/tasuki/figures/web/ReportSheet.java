package org.tasuki.figures.web;

import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes tables of the report one under the other, as on the page; differences stand to the right of what they differ from. */
final class ReportSheet {

    private final Worksheet sheet;
    private int line;

    ReportSheet(Worksheet sheet) {
        this.sheet = sheet;
        sheet.width(0, 34);
    }

    /**
     * @param rows with the sums
     * @param changes of each number since it was submitted; null where nothing was
     */
    record Block(
            String title,
            String definition,
            List<String> columns,
            List<String> labels,
            List<List<Value>> rows,
            @Nullable List<List<Value>> changes) {}

    void says(String words) {
        sheet.value(line, 0, words);
        line++;
    }

    void heading(String words) {
        sheet.value(line, 0, words);
        sheet.style(line, 0).bold().fontSize(14).set();
        line++;
    }

    void table(Block block, String changed) {
        line++;
        sheet.value(line, 0, block.title());
        sheet.style(line, 0).bold().set();
        sheet.value(++line, 0, block.definition());
        int beside = block.columns().size() + 2;
        if (block.changes() != null) {
            sheet.value(++line, beside, changed);
        }
        line++;
        heads(block.columns(), 1);
        if (block.changes() != null) {
            heads(block.columns(), beside);
        }
        for (int row = 0; row < block.labels().size(); row++) {
            line++;
            sheet.value(line, 0, block.labels().get(row));
            put(block.rows().get(row), 1);
            if (block.changes() != null) {
                put(block.changes().get(row), beside);
            }
        }
        line += 2;
    }

    private void heads(List<String> columns, int from) {
        for (int column = 0; column < columns.size(); column++) {
            sheet.width(from + column, 14);
            sheet.value(line, from + column, columns.get(column));
            sheet.style(line, from + column).bold().wrapText(true).set();
        }
    }

    private void put(List<Value> values, int from) {
        for (int column = 0; column < values.size(); column++) {
            Double number = values.get(column).number();
            if (number == null) {
                sheet.value(line, from + column, values.get(column).text());
            } else {
                sheet.value(line, from + column, number);
            }
        }
    }
}
