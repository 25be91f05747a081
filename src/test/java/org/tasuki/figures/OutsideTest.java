package org.tasuki.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tasuki.figures.Count.Hidden;
import org.tasuki.terms.FiscalYear;

/** By section, what one line hides no other line gives away, and no officer is told at all. */
class OutsideTest {

    private static final FiscalYear YEAR = new FiscalYear(2028);

    private final Outside outside = new Outside(10, 3);

    @Test
    void whereOneSectionsPartsAreSmallNoSectionsAreTold() {
        List<Table> told = outside.cover(
                List.of(
                        table(new SafetyConfirmation(), line("east", 40, 25, 40), line("west", 40, 37, 40)),
                        table(new LateCauses(), line("east", 15, 0, 0), line("west", 3, 0, 0))),
                enough("east", "west"));
        assertThat(told.get(0).lines())
                .extracting(line -> line.now().hidden())
                .as("3 of west were late, which the total and east would tell")
                .containsExactly(Hidden.PARTS, Hidden.PARTS);
        assertThat(told.get(0).total().now().hidden()).isEqualTo(Hidden.NOTHING);
        assertThat(told.get(1).lines()).extracting(line -> line.now().hidden()).containsExactly(Hidden.ALL, Hidden.ALL);
        assertThat(told.get(1).total().now().hidden()).isEqualTo(Hidden.NOTHING);
    }

    @Test
    void aSectionWhoseNumberIsHiddenStaysHiddenWhole() {
        Table told = outside.cover(
                        List.of(table(
                                new SafetyConfirmation(),
                                line("east", 4, 4, 4),
                                line("south", 60, 30, 60),
                                line("west", 50, 25, 50))),
                        enough("east", "south", "west"))
                .get(0);
        assertThat(told.lines())
                .extracting(line -> line.now().hidden())
                .as("4, and the next smallest that would tell it; of the third the number alone")
                .containsExactly(Hidden.ALL, Hidden.PARTS, Hidden.ALL);
    }

    @Test
    void whereNothingIsSmallAllIsTold() {
        Table told = outside.cover(
                        List.of(table(new SafetyConfirmation(), line("east", 40, 25, 40), line("west", 40, 20, 40))),
                        enough("east", "west"))
                .get(0);
        assertThat(told.lines()).allMatch(line -> line.now().hidden() == Hidden.NOTHING);
    }

    @Test
    void officersAreNotToldAtAll() {
        assertThat(outside.cover(
                        List.of(
                                new Table(new Split(new Closings(), By.OFFICER), YEAR, List.of(), line("", 99, 0, 0)),
                                new Table(Accepted.BY_OFFICER, YEAR, List.of(), line("", 99, 0, 0))),
                        Hands.NONE))
                .isEmpty();
    }

    @Test
    void aSectionOfOneOfficerIsNotToldNorWhatWouldTellIt() {
        Hands hands = hands("closed", Map.of("east", 5, "south", 4, "west", 1));
        Table told = closings(hands, line("east", 60, 0, 0), line("south", 50, 0, 0), line("west", 20, 0, 0));
        assertThat(hidden(told))
                .as("20 of one officer, which 130 - 60 - 50 would tell")
                .containsExactly("south", "west");
    }

    @Test
    void ofTwoOfficersNeitherFindsTheOthers() {
        Hands hands = hands("closed", Map.of("east", 5, "south", 1, "west", 1));
        Table told = closings(hands, line("east", 60, 0, 0), line("south", 50, 0, 0), line("west", 20, 0, 0));
        assertThat(hidden(told)).as("70 of two officers").containsExactly("east", "south", "west");
    }

    /** That somebody did nothing is a figure of theirs, too. */
    @Test
    void nothingOfASmallSectionIsHiddenAlsoWhereItHasNoLine() {
        Hands hands = hands("protections", Map.of("east", 5, "south", 4, "west", 1));
        Table told = closings(
                both(hands, hands("closed", Map.of("east", 5, "south", 4))),
                line("east", 60, 0, 0),
                line("south", 50, 0, 0));
        assertThat(hidden(told)).containsExactly("south", "west");
    }

    @Test
    void ofALargeSectionNothingIsToldThatOneOfficerDidAlone() {
        Hands hands = both(
                hands("closed", Map.of("east", 5, "south", 4, "west", 1)), hands("protections", Map.of("west", 6)));
        Table told = closings(hands, line("east", 60, 0, 0), line("south", 50, 0, 0), line("west", 20, 0, 0));
        assertThat(hidden(told)).containsExactly("south", "west");
    }

    @Test
    void casesThatNobodyIsInChargeOfAreNoOfficers() {
        Table told = closings(enough("east"), line("-", 30, 0, 0), line("east", 60, 0, 0));
        assertThat(hidden(told)).isEmpty();
    }

    /** Whatever there is: what is hidden is never one officer's, and from a total nobody finds out what fewer than three did. */
    @Test
    void noTotalTellsWhatFewOfficersDid() {
        Random dice = new Random(94);
        for (int round = 0; round < 2000; round++) {
            Map<String, Integer> officers = new TreeMap<>();
            List<Table.Line> lines = new ArrayList<>();
            for (int section = dice.nextInt(6); section >= 0; section--) {
                int many = dice.nextInt(6);
                officers.put("s" + section, many);
                lines.add(line("s" + section, many == 0 ? 0 : many + dice.nextInt(60), 0, 0));
            }
            Table told = outside.cover(
                            List.of(table(new Closings(), lines.toArray(Table.Line[]::new))), hands("closed", officers))
                    .get(0);
            check(told, officers);
        }
    }

    private Table closings(Hands hands, Table.Line... lines) {
        return outside.cover(List.of(table(new Closings(), lines)), hands).get(0);
    }

    private static void check(Table told, Map<String, Integer> officers) {
        Set<String> hidden = hidden(told);
        long all = told.total().now().n();
        long shown = told.lines().stream()
                .filter(line -> !hidden.contains(line.cell()))
                .mapToLong(line -> line.now().n())
                .sum();
        assertThat(told.lines())
                .allMatch(
                        line -> all == 0 || hidden.contains(line.cell()) || officers.getOrDefault(line.cell(), 0) >= 3);
        assertThat(hidden.isEmpty()
                        || shown == 0
                        || hidden.stream().mapToInt(officers::get).sum() >= 3 && all - shown >= 10)
                .as("%s of %s", told.lines(), officers)
                .isTrue();
    }

    private static Set<String> hidden(Table table) {
        return table.lines().stream()
                .filter(line -> line.now().gone())
                .map(Table.Line::cell)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** So many officers of each section have something in a figure. */
    private static Hands hands(String metric, Map<String, Integer> officers) {
        return new Hands(officers.entrySet().stream()
                .flatMap(section -> IntStream.range(0, section.getValue())
                        .mapToObj(
                                one -> new Hands.Hand(metric, YEAR.value(), section.getKey(), section.getKey() + one)))
                .toList());
    }

    private static Hands enough(String... sections) {
        Map<String, Integer> officers = Stream.of(sections).collect(Collectors.toMap(one -> one, one -> 3));
        return both(hands("safety", officers), both(hands("safety-late", officers), hands("closed", officers)));
    }

    private static Hands both(Hands one, Hands other) {
        return new Hands(Stream.concat(one.all().stream(), other.all().stream()).toList());
    }

    private static Table table(Metric of, Table.Line... lines) {
        long n = List.of(lines).stream().mapToLong(line -> line.now().n()).sum();
        long within =
                List.of(lines).stream().mapToLong(line -> line.now().within()).sum();
        long judged =
                List.of(lines).stream().mapToLong(line -> line.now().judged()).sum();
        return new Table(new Split(of, By.SECTION), YEAR, List.of(lines), line("", n, within, judged));
    }

    private static Table.Line line(String cell, long n, long within, long judged) {
        return new Table.Line(cell, new Count(n, null, null, within, judged, Hidden.NOTHING), Count.NOTHING);
    }
}
