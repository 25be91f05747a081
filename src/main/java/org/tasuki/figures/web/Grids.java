package org.tasuki.figures.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.tasuki.figures.By;
import org.tasuki.figures.Count;
import org.tasuki.figures.Count.Hidden;
import org.tasuki.figures.Metric;
import org.tasuki.figures.Metric.Shape;
import org.tasuki.figures.Metric.Unit;
import org.tasuki.figures.Table;
import org.tasuki.terms.FiscalYear;

/** Figures as tables. */
@Component
class Grids {

    /** More bars than that nobody compares. */
    private static final Set<String> CHARTED =
            Set.of("accepted-type", "accepted-route", "safety-late", "steps", "closed", "renotified");

    private final FigureWords words;

    Grids(FigureWords words) {
        this.words = words;
    }

    /** Nobody's name is in a picture, which is saved without a reason. */
    static boolean charted(Metric metric) {
        return switch (metric.by()) {
            case KIND -> CHARTED.contains(metric.key());
            case SECTION -> true;
            case OFFICER -> false;
        };
    }

    Grid grid(Table table, Locale language) {
        Metric metric = table.metric();
        return new Grid(
                metric.key(),
                words.title(metric, language),
                words.means(metric, language),
                columns(table, language),
                rows(table, language),
                charted(metric) && !table.isEmpty() ? chart(metric, table.year()) : null,
                table.isEmpty());
    }

    private static String chart(Metric metric, FiscalYear year) {
        String by = metric.by() == By.KIND ? "" : "&by=" + metric.by().key();
        return "/figures/" + metric.key() + "/chart.svg?year=" + year.value() + by;
    }

    private List<String> columns(Table table, Locale language) {
        String now = words.year(table.year(), language);
        String before = words.year(new FiscalYear(table.year().value() - 1), language);
        List<String> each = each(table.metric(), language);
        if (!each.isEmpty()) {
            return Stream.of(now, before)
                    .flatMap(year -> each.stream().map(what -> year + " " + what))
                    .toList();
        }
        return table.metric().shape() == Shape.COUNTS
                ? List.of(now, before, words.text("figures.change", language))
                : List.of(now, before);
    }

    /** What is said of each line in each year; nothing where that is a number, or lines are what is said. */
    private List<String> each(Metric metric, Locale language) {
        List<String> each = new ArrayList<>();
        Shape shape = metric.shape();
        if (shape == Shape.TIMES || shape == Shape.TIMES_WITHIN) {
            List.of("n", "middle", "most").forEach(what -> each.add(measure(metric, what, language)));
        }
        if (shape == Shape.SHARES) {
            each.add(measure(metric, "n", language));
            each.add(words.text("figures." + metric.key() + ".within", language));
        }
        if (shape == Shape.SHARES || shape == Shape.TIMES_WITHIN) {
            each.add(words.text("figures." + metric.key() + ".within.share", language));
        }
        return each;
    }

    private String measure(Metric metric, String what, Locale language) {
        boolean length = !what.equals("n");
        String unit = metric.unit() == Unit.HOURS ? "hours" : "days";
        return words.text("figures.measure." + what + (length ? "." + unit : ""), language);
    }

    private List<Grid.Row> rows(Table table, Locale language) {
        if (table.metric().shape() == Shape.MEASURES) {
            return measures(table, language);
        }
        UnaryOperator<String> name = words.naming(table.metric(), language);
        List<Grid.Row> rows = new ArrayList<>();
        for (Table.Line line : sorted(table)) {
            rows.add(new Grid.Row(name.apply(line.cell()), false, values(table, line, line.cell())));
        }
        if (table.summed()) {
            rows.add(new Grid.Row(words.text("figures.total", language), true, values(table, table.total(), null)));
        }
        return rows;
    }

    List<Table.Line> sorted(Table table) {
        List<String> order = words.order(table.metric());
        List<Table.Line> lines = new ArrayList<>(table.lines());
        lines.sort(Comparator.comparingInt(
                line -> order.contains(line.cell()) ? order.indexOf(line.cell()) : order.size()));
        return lines;
    }

    private static List<Value> values(Table table, Table.Line line, @Nullable String cell) {
        Metric metric = table.metric();
        FiscalYear last = new FiscalYear(table.year().value() - 1);
        Value now = count(line.now(), cases(metric, table.year(), cell));
        Value before = count(line.before(), cases(metric, last, cell));
        if (metric.shape() == Shape.COUNTS) {
            boolean told = !line.now().gone() && !line.before().gone();
            return List.of(
                    now,
                    before,
                    told ? Value.change(line.now().n() - line.before().n()) : Value.HIDDEN);
        }
        return Stream.concat(
                        Stream.concat(Stream.of(now), said(metric.shape(), line.now())),
                        Stream.concat(Stream.of(before), said(metric.shape(), line.before())))
                .toList();
    }

    private static Stream<Value> said(Shape shape, Count count) {
        Value middle = length(count, count.middle());
        Value most = length(count, count.most());
        return switch (shape) {
            case SHARES -> Stream.of(part(count, count.within()), share(count));
            case TIMES_WITHIN -> Stream.of(middle, most, share(count));
            default -> Stream.of(middle, most);
        };
    }

    private static Value count(Count count, @Nullable String href) {
        return count.gone() ? Value.HIDDEN : Value.count(count.n(), href);
    }

    private static Value length(Count count, @Nullable Double length) {
        return count.gone() ? Value.HIDDEN : Value.length(length);
    }

    private static Value part(Count count, long n) {
        return count.hidden() == Hidden.NOTHING ? Value.count(n, null) : Value.HIDDEN;
    }

    private static Value share(Count count) {
        return count.hidden() == Hidden.NOTHING ? Value.share(count.within(), count.judged()) : Value.HIDDEN;
    }

    private List<Grid.Row> measures(Table table, Locale language) {
        Metric metric = table.metric();
        FiscalYear last = new FiscalYear(table.year().value() - 1);
        Count now = table.total().now();
        Count before = table.total().before();
        String within = "figures." + metric.key() + ".within";
        return List.of(
                row(
                        measure(metric, "n", language),
                        count(now, cases(metric, table.year(), null)),
                        count(before, cases(metric, last, null))),
                row(measure(metric, "middle", language), length(now, now.middle()), length(before, before.middle())),
                row(measure(metric, "most", language), length(now, now.most()), length(before, before.most())),
                row(words.text(within, language), part(now, now.within()), part(before, before.within())),
                row(
                        words.text(within + ".not", language),
                        part(now, now.judged() - now.within()),
                        part(before, before.judged() - before.within())),
                row(words.text(within + ".share", language), share(now), share(before)));
    }

    private static Grid.Row row(String label, Value now, Value before) {
        return new Grid.Row(label, false, List.of(now, before));
    }

    /** @param cell null for all together */
    static String cases(Metric metric, FiscalYear year, @Nullable String cell) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath("/figures/{metric}/cases").queryParam("year", year.value());
        if (metric.by() != By.KIND) {
            address.queryParam("by", metric.by().key());
        }
        if (cell != null) {
            address.queryParam("cell", "{cell}");
        }
        return cell == null
                ? address.encode().buildAndExpand(metric.key()).toUriString()
                : address.encode().buildAndExpand(metric.key(), cell).toUriString();
    }
}
