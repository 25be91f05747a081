package org.tasuki.figures.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure as a table: on the page, and in a file.
 *
 * @param chart the address of its picture
 * @param empty whether there is nothing in either year
 */
record Grid(
        String key,
        String title,
        String definition,
        List<String> columns,
        List<Row> rows,
        @Nullable String chart,
        boolean empty) {

    /** The address of the same picture for programs that take no SVG. */
    public @Nullable String picture() {
        return chart == null ? null : chart.replace("/chart.svg", "/chart.png");
    }

    /** @param total whether it sums up the others */
    record Row(String label, boolean total, List<Value> values) {}
}
