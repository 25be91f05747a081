package org.tasuki.figures;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tasuki.figures.Count.Hidden;

/** The figures as they may leave the office: small numbers covered (秘匿), and who did the work not told at all. See docs/metrics.md. */
@Component
public class Outside {

    private static final Set<String> INSIDE_ONLY = Set.of("accepted-officer");

    private final SmallNumbers small;
    private final long limit;
    private final int least;

    /** @param least so many officers stand behind what is told of a section: of two, each would find out the other's */
    Outside(
            @Value("${tasuki.figures.hidden-below:10}") long limit,
            @Value("${tasuki.figures.officers-at-least:3}") int least) {
        this.limit = limit;
        this.least = least;
        this.small = new SmallNumbers(limit);
    }

    public long limit() {
        return limit;
    }

    public int least() {
        return least;
    }

    /** @param hands the officers behind these tables, where they are by section */
    public List<Table> cover(List<Table> tables, Hands hands) {
        return tables.stream()
                .filter(table -> !INSIDE_ONLY.contains(table.metric().key())
                        && table.metric().by() != By.OFFICER)
                .map(table -> told(cover(table, hands), tables, hands))
                .toList();
    }

    private Table cover(Table table, Hands hands) {
        List<Table.Line> lines = lines(table, hands);
        boolean[] now = covered(
                lines, Table.Line::now, table, few(lines, table, table.year().value(), Table.Line::now, hands));
        boolean[] before = covered(
                lines,
                Table.Line::before,
                table,
                few(lines, table, table.year().value() - 1, Table.Line::before, hands));
        Table covered = new Table(
                table.metric(),
                table.year(),
                IntStream.range(0, lines.size())
                        .mapToObj(place -> new Table.Line(
                                lines.get(place).cell(),
                                cover(lines.get(place).now(), now[place]),
                                cover(lines.get(place).before(), before[place])))
                        .toList(),
                new Table.Line(
                        "",
                        cover(table.total().now(), false),
                        cover(table.total().before(), false)));
        return table.metric().by() == By.KIND
                ? covered
                : quiet(covered, hides(covered, Table.Line::now), hides(covered, Table.Line::before));
    }

    /** Equal numbers are covered alike in each year's file; by section all tables have the same lines. */
    private static List<Table.Line> lines(Table table, Hands hands) {
        Set<String> there = table.lines().stream().map(Table.Line::cell).collect(Collectors.toSet());
        Stream<Table.Line> nothing = table.metric().by() != By.SECTION
                ? Stream.of()
                : hands.sections().stream()
                        .filter(section -> !there.contains(section))
                        .map(section -> new Table.Line(section, Count.NOTHING, Count.NOTHING));
        return Stream.concat(table.lines().stream(), nothing)
                .sorted(Comparator.comparing(Table.Line::cell))
                .toList();
    }

    private SmallNumbers.Untold few(
            List<Table.Line> lines, Table table, int year, Function<Table.Line, Count> of, Hands hands) {
        return table.metric().by() != By.SECTION
                ? SmallNumbers.ALL_MAY_BE_TOLD
                : new FewHands(
                        hands,
                        table.metric(),
                        year,
                        lines.stream().map(Table.Line::cell).toList(),
                        lines.stream().map(line -> of.apply(line).n()).toList(),
                        least);
    }

    private static boolean hides(Table table, Function<Table.Line, Count> year) {
        return table.lines().stream().anyMatch(line -> year.apply(line).hidden() != Hidden.NOTHING);
    }

    /** The total of what kept to it is shown: where one section's share of it is not, the others' would give it away. */
    private static Table quiet(Table table, boolean now, boolean before) {
        return new Table(
                table.metric(),
                table.year(),
                table.lines().stream()
                        .map(line -> new Table.Line(
                                line.cell(),
                                now ? line.now().hidingParts() : line.now(),
                                before ? line.before().hidingParts() : line.before()))
                        .toList(),
                table.total());
    }

    /** Where no total is shown, nothing can be told from it; unless it can be added up from the lines of another file. */
    private boolean[] covered(
            List<Table.Line> lines, Function<Table.Line, Count> year, Table table, SmallNumbers.Untold untold) {
        List<Long> numbers = lines.stream().map(line -> year.apply(line).n()).toList();
        if (table.summed() || table.metric().by() == By.SECTION) {
            return small.line(numbers, untold);
        }
        boolean[] covered = new boolean[numbers.size()];
        for (int place = 0; place < covered.length; place++) {
            covered[place] = small.small(numbers.get(place));
        }
        return covered;
    }

    private Count cover(Count count, boolean beside) {
        if (beside || small.small(count.n())) {
            return count.hiding(Hidden.ALL);
        }
        long not = count.judged() - count.within();
        boolean parts = count.judged() > 0
                && (small.small(count.within()) || small.small(not) || small.small(count.n() - count.judged()));
        return count.hiding(parts ? Hidden.PARTS : Hidden.NOTHING);
    }

    /** How many were late is a part of the safety checks: where it is covered there, the reasons do not tell it. */
    private Table told(Table table, List<Table> all, Hands hands) {
        if (!table.metric().key().equals("safety-late")) {
            return table;
        }
        Table safety = cover(
                all.stream()
                        .filter(one -> one.metric().key().equals("safety"))
                        .findFirst()
                        .orElseThrow(),
                hands);
        boolean now = safety.total().now().hidden() != Hidden.NOTHING;
        boolean before = safety.total().before().hidden() != Hidden.NOTHING;
        boolean eachNow = now || hides(safety, Table.Line::now);
        boolean eachBefore = before || hides(safety, Table.Line::before);
        return new Table(
                table.metric(),
                table.year(),
                table.lines().stream()
                        .map(line -> silent(line, eachNow, eachBefore))
                        .toList(),
                silent(table.total(), now, before));
    }

    private static Table.Line silent(Table.Line line, boolean now, boolean before) {
        return new Table.Line(
                line.cell(),
                now ? line.now().hiding(Hidden.ALL) : line.now(),
                before ? line.before().hiding(Hidden.ALL) : line.before());
    }
}
