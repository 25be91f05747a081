package org.tasuki.figures.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Tables as files: a workbook with a sheet for each, or lines of text for other programs. */
final class FigureFiles {

    /** Excel reads a file of text as UTF-8 only with this before it. */
    private static final String MARK = "\uFEFF";

    private static final int NAME_MOST = 31;

    private FigureFiles() {}

    /** @param about what stands on the first sheet, line by line */
    static byte[] workbook(String name, List<String> about, List<Grid> grids) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Tasuki", "1.0")) {
            Worksheet first = book.newWorksheet(name);
            first.width(0, 100);
            for (int line = 0; line < about.size(); line++) {
                first.value(line, 0, about.get(line));
            }
            for (Grid grid : grids) {
                sheet(book.newWorksheet(sheetName(grid.title())), grid);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void sheet(Worksheet sheet, Grid grid) {
        sheet.width(0, 34);
        sheet.value(0, 0, grid.title());
        sheet.style(0, 0).bold().set();
        sheet.value(1, 0, grid.definition());
        for (int column = 0; column < grid.columns().size(); column++) {
            sheet.width(column + 1, 18);
            sheet.value(3, column + 1, grid.columns().get(column));
            sheet.style(3, column + 1).bold().wrapText(true).set();
        }
        for (int row = 0; row < grid.rows().size(); row++) {
            sheet.value(row + 4, 0, grid.rows().get(row).label());
            List<Value> values = grid.rows().get(row).values();
            for (int column = 0; column < values.size(); column++) {
                put(sheet, row + 4, column + 1, values.get(column));
            }
        }
        sheet.freezePane(1, 4);
    }

    private static void put(Worksheet sheet, int row, int column, Value value) {
        Double number = value.number();
        if (number == null) {
            sheet.value(row, column, value.text());
        } else {
            sheet.value(row, column, number);
        }
    }

    /** What Excel takes for the name of a sheet. */
    private static String sheetName(String title) {
        String name = title.replaceAll("[\\[\\]:*?/\\\\]", " ");
        return name.length() > NAME_MOST ? name.substring(0, NAME_MOST) : name;
    }

    /** One number a line. */
    static byte[] lines(List<String> heads, List<Grid> grids) {
        StringBuilder text = new StringBuilder(MARK);
        line(text, heads);
        for (Grid grid : grids) {
            for (Grid.Row row : grid.rows()) {
                for (int column = 0; column < row.values().size(); column++) {
                    Value value = row.values().get(column);
                    line(
                            text,
                            List.of(
                                    grid.key(),
                                    grid.title(),
                                    row.label(),
                                    grid.columns().get(column),
                                    value.number() == null ? value.text() : plain(value.number())));
                }
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(String.join(",", cells.stream().map(FigureFiles::cell).toList()))
                .append("\r\n");
    }

    /** A word that begins like a formula is one for Excel: it stays a word. A number may be negative. */
    private static String cell(String words) {
        boolean formula = words.matches("[=+@\\t\\r-].*") && !words.matches("-?[\\d.]+");
        return "\"" + (formula ? "'" : "") + words.replace("\"", "\"\"") + "\"";
    }
}
