package org.tasuki.figures.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.figures.By;
import org.tasuki.figures.Figures;
import org.tasuki.figures.Metric;
import org.tasuki.figures.Outside;
import org.tasuki.figures.Table;
import org.tasuki.terms.FiscalYear;

/** What the pages of the figures show. */
@Component
@Transactional(readOnly = true)
class FigurePages {

    private final Figures figures;
    private final Grids grids;
    private final FigureWords words;
    private final Outside outside;

    FigurePages(Figures figures, Grids grids, FigureWords words, Outside outside) {
        this.outside = outside;
        this.figures = figures;
        this.grids = grids;
        this.words = words;
    }

    record Year(int value, String label, boolean chosen) {}

    /** @param within null where it cannot be said */
    record Row(String number, Instant at, @Nullable String value, @Nullable Boolean within) {}

    record Choice(String key, String name, boolean chosen) {}

    /** @param asked what to break the figures down by; when there is no such thing, that is said, and each has its own kinds */
    Map<String, Object> page(FiscalYear year, String asked, Locale language) {
        By by = By.find(asked).orElse(By.KIND);
        List<Grid> shown = all(year, by, language);
        Map<String, Object> page = new HashMap<>(years(year, language));
        page.put("by", by.key());
        page.put("byUnknown", By.find(asked).isEmpty());
        page.put(
                "bys",
                Arrays.stream(By.values())
                        .map(one -> new Choice(one.key(), words.by(one, language), one == by))
                        .toList());
        page.put("grids", shown);
        page.put("taking", TakingSheet.EMPTY);
        page.put("below", outside.limit());
        page.put("least", outside.least());
        page.put(
                "calendar",
                figures.newCalendar(new FiscalYear(year.value() - 1), year).orElse(null));
        page.put("empty", shown.stream().allMatch(Grid::empty));
        return page;
    }

    private List<Grid> all(FiscalYear year, By by, Locale language) {
        return Metric.all(by).stream()
                .map(metric -> grids.grid(figures.table(metric, year), language))
                .toList();
    }

    /** The years to choose from, newest first; one without a case too, when it is the one that was asked for. */
    Map<String, Object> years(FiscalYear year, Locale language) {
        FiscalYear now = FiscalYear.of(figures.today());
        int first = Math.min(figures.first().value(), Math.min(year.value(), now.value() - 1));
        Map<String, Object> page = new HashMap<>();
        page.put("year", year.value());
        page.put("yearName", words.year(year, language));
        page.put("running", year.equals(now));
        page.put("today", figures.today());
        page.put(
                "years",
                IntStream.rangeClosed(0, now.value() - first)
                        .mapToObj(back -> new FiscalYear(now.value() - back))
                        .map(one -> new Year(one.value(), words.year(one, language), one.equals(year)))
                        .toList());
        return page;
    }

    Map<String, Object> cases(Metric metric, FiscalYear year, @Nullable String cell, Locale language) {
        List<Figures.Counted> counted = figures.cases(metric, year, cell);
        Map<String, Object> page = new HashMap<>();
        page.put("by", metric.by().key());
        page.put("title", words.title(metric, language));
        page.put("definition", words.means(metric, language));
        page.put("year", year.value());
        page.put("yearName", words.year(year, language));
        page.put("cell", cell == null ? null : counted.isEmpty() ? cell : words.both(metric, cell, language));
        page.put("reported", metric.key().startsWith("report-"));
        page.put("judged", metric.shape().judged());
        page.put("within", "figures." + metric.key() + ".within");
        page.put(
                "unit",
                metric.shape().timed()
                        ? words.text("figures.length." + metric.unit().name().toLowerCase(Locale.ROOT), language)
                        : null);
        page.put("more", counted.size() > Figures.MOST_CASES);
        page.put(
                "rows",
                counted.stream()
                        .limit(Figures.MOST_CASES)
                        .map(one -> new Row(
                                one.number().value(),
                                one.at(),
                                one.value() == null
                                        ? null
                                        : Value.length(one.value()).text(),
                                one.within()))
                        .toList());
        return page;
    }

    /** @return the picture; lengths where the figure is about time, else numbers */
    String chart(Metric metric, FiscalYear year, Locale language) {
        Table table = figures.table(metric, year);
        UnaryOperator<String> name = words.naming(metric, language);
        List<BarChart.Bar> bars = new ArrayList<>();
        for (Table.Line line : grids.sorted(table)) {
            bars.add(bar(metric, name.apply(line.cell()), line));
        }
        String title = words.title(metric, language);
        if (metric.shape().timed()) {
            title += " "
                    + words.text(
                            "figures.measure.middle." + metric.unit().name().toLowerCase(Locale.ROOT), language);
        }
        String now = words.year(year, language);
        String before = words.year(new FiscalYear(year.value() - 1), language);
        StringBuilder described = new StringBuilder();
        bars.forEach(bar -> described.append("%s %s / %s. ".formatted(bar.label(), bar.nowText(), bar.beforeText())));
        return new BarChart(title, described.toString(), now, before, bars).svg();
    }

    private static BarChart.Bar bar(Metric metric, String label, Table.Line line) {
        boolean times = metric.shape().timed();
        Value now = times
                ? Value.length(line.now().middle())
                : Value.count(line.now().n(), null);
        Value before = times
                ? Value.length(line.before().middle())
                : Value.count(line.before().n(), null);
        return new BarChart.Bar(label, height(now), height(before), now.text(), before.text());
    }

    private static double height(Value value) {
        Double number = value.number();
        return number == null ? 0 : number;
    }
}
