package org.tasuki.engine.paths;

import java.util.Map;
import java.util.TreeMap;
import org.tasuki.figures.Table;

/** The totals along the rows and columns of a table of the national report, added up from its cells, by how the page's links call them. */
final class FigureSums {

    private FigureSums() {}

    static Map<String, Long> of(Table table) {
        Map<String, Long> sums = new TreeMap<>();
        for (Table.Line line : table.lines()) {
            int slash = line.cell().lastIndexOf('/');
            sums.merge(line.cell().substring(0, slash) + "/*", line.now().n(), Long::sum);
            sums.merge("*" + line.cell().substring(slash), line.now().n(), Long::sum);
        }
        return sums;
    }
}
