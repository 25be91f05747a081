package org.tasuki.figures;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.terms.FiscalYear;

/** The national report's tables of a fiscal year (福祉行政報告例), filled from the cases. */
@Component
@Transactional(readOnly = true)
public class Report {

    /** Its columns. */
    public static final List<String> TYPES = List.of("physical", "neglect", "sexual", "psychological");

    private final Figures figures;

    Report(Figures figures) {
        this.figures = figures;
    }

    public static List<Metric> parts() {
        return Reported.ALL;
    }

    /** As a cell of all parts is called: {@code report-age:2/physical}. */
    public static String cell(Metric part, String row, String type) {
        return part.key() + ":" + row + "/" + type;
    }

    /** All cells that are not 0. */
    public Map<String, Long> cells(FiscalYear year) {
        Map<String, Long> cells = new TreeMap<>();
        for (Metric part : parts()) {
            figures.table(part, year).lines().stream()
                    .filter(line -> line.now().n() > 0)
                    .forEach(line ->
                            cells.put(part.key() + ":" + line.cell(), line.now().n()));
        }
        return cells;
    }
}
