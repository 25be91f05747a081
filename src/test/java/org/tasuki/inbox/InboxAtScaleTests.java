package org.tasuki.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.TasukiTest;
import org.tasuki.inbox.InboxList.After;
import org.tasuki.inbox.InboxList.Filter;
import org.tasuki.inbox.InboxList.Tab;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;

/** A page of a long inbox is a walk along an index that stops when the page is full, under row-level security too. */
@TasukiTest(properties = "flowable.async-executor-activate=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboxAtScaleTests {

    private static final int TASKS = Integer.getInteger("tasuki.inbox.tasks", 100_000);
    private static final int PAGE = 51;

    /** A scan of the inbox itself, with the rows it gave and threw away. */
    private static final Pattern SCAN = Pattern.compile(
            "-> +(\\w+ ?\\w* ?\\w*) (?:using \\w+ )?on inbox_item (i|i_1|i_2) .*actual time=\\S+ rows=([0-9.]+) loops=(\\d+)");

    private static final Pattern THROWN = Pattern.compile("Rows Removed by Filter: (\\d+)");

    @Autowired
    private TestDatabase database;

    @Autowired
    private InboxList inbox;

    @Autowired
    private JdbcClient app;

    @Autowired
    private Acting acting;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeAll
    void fill() {
        new FullInbox(database.asSuperuser()).with(TASKS);
    }

    static Stream<Arguments> combinations() {
        return Stream.of(FullInbox.OFFICER, FullInbox.SUPERVISOR).flatMap(who -> filters()
                .map(filter -> Arguments.argumentSet(who.account() + " " + filter, who, filter)));
    }

    private static Stream<Filter> filters() {
        List<Filter> all = new ArrayList<>();
        for (String step : orNot("hearChild")) {
            for (String urgency : orNot("AA")) {
                for (String officer : orNot("full-7")) {
                    for (String type : orNot("neglect")) {
                        for (AgeBand age : Arrays.asList(null, AgeBand.ELEMENTARY)) {
                            all.add(new Filter(null, step, urgency, officer, type, age, null));
                        }
                    }
                }
            }
        }
        return all.stream();
    }

    private static List<@Nullable String> orNot(String value) {
        return Arrays.asList(null, value);
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void thePageOfTheDeskReadsAFewRowsHoweverItIsNarrowed(Actor who, Filter filter) {
        long narrowings = Stream.of(filter.step(), filter.urgency(), filter.officer(), filter.type(), filter.age())
                .filter(Objects::nonNull)
                .count();
        // Of one, the page itself (and that of each school year); of more, along the first what the others throw away.
        // Where it
        // expects less than a page, the database reads all of them and sorts: that does not grow with the list.
        long one = filter.officer() != null ? 30 * PAGE : filter.age() == null ? PAGE : 6 * PAGE;
        long most = narrowings > 1 ? TASKS / 25 : one;
        assertThat(rowsRead(who, Tab.ROLES, filter)).isLessThanOrEqualTo(most);
    }

    static Stream<Arguments> awayPairs() {
        List<Filter> all = new ArrayList<>();
        for (String step : orNot("hearChild")) {
            for (String officer : orNot("full-7")) {
                for (String agency : orNot("full-school")) {
                    for (String urgency : orNot("C")) {
                        all.add(new Filter(null, step, urgency, officer, null, null, agency));
                    }
                }
            }
        }
        return Stream.of(FullInbox.OFFICER, FullInbox.SUPERVISOR).flatMap(who -> all.stream()
                .map(filter -> Arguments.argumentSet(who.account() + " " + filter, who, filter)));
    }

    /** What waits at agencies, too: of the center's, of which a twentieth is away, a walk; of an officer's own, their few cases. */
    @ParameterizedTest
    @MethodSource("awayPairs")
    void thePageOfWhatWaitsAtAgenciesReadsAFewRowsHoweverItIsNarrowed(Actor who, Filter filter) {
        assertThat(rowsRead(who, Tab.AWAY, filter)).isLessThanOrEqualTo(TASKS / 50);
    }

    @ParameterizedTest
    @EnumSource(value = Tab.class, mode = EnumSource.Mode.EXCLUDE, names = "HELD")
    void theFirstPageReadsItsOwnRowsAndNoOther(Tab tab) {
        for (Actor who : List.of(FullInbox.OFFICER, FullInbox.SUPERVISOR)) {
            boolean ownCasesOnly = tab == Tab.AWAY && who == FullInbox.OFFICER;
            assertThat(rowsRead(who, tab, Filter.NONE))
                    .as(who.account())
                    .isLessThanOrEqualTo(ownCasesOnly ? 250 : PAGE);
        }
    }

    @Test
    void onePageAfterTheOtherAndBackShowsEachTaskOnceInTheSameOrder() {
        Filter filter = new Filter("supervisor", "hearChild", null, null, null, AgeBand.HIGH, null);
        List<String> there = new ArrayList<>();
        List<String> back = new ArrayList<>();
        After place = After.NOTHING;
        List<InboxItem> page = page(filter, place);
        while (!page.isEmpty()) {
            there.addAll(tasks(page));
            place = new After(page.get(page.size() - 1).dueHere(), last(page), false);
            page = page(filter, place);
        }
        page = page(filter, new After(place.dueHere(), place.taskId() + "~", true));
        while (!page.isEmpty()) {
            back.addAll(0, tasks(page));
            page = page(filter, new After(page.get(0).dueHere(), page.get(0).taskId(), true));
        }
        assertThat(there).hasSizeGreaterThan(2 * PAGE).doesNotHaveDuplicates();
        assertThat(back).isEqualTo(there);
    }

    /** Few are put first; each page of the inbox asks for them, and must not look through the list for it. */
    @Test
    void whatIsPutFirstIsFoundWithoutReadingTheList() {
        InboxWalk walk = new InboxWalk(
                Tab.ROLES, Filter.NONE, FullInbox.OFFICER, LocalDate.now(ZoneOffset.UTC), true, List.of());
        String sql = "explain (analyze, timing on) " + InboxList.SELECT.formatted(walk.page(After.NOTHING, PAGE))
                + InboxWalk.order(false);
        assertThat(rowsRead(FullInbox.OFFICER, walk, sql, Tab.ROLES)).isZero();
    }

    @Test
    void nobodyCountsFurtherThanAThousand() {
        InboxList.Counts counts = as(FullInbox.OFFICER, () -> inbox.counts());
        assertThat(counts.desks()).isEqualTo(InboxList.MOST);
        assertThat(as(FullInbox.OFFICER, () -> inbox.counts(Tab.ROLES, Filter.NONE, EnumSet.allOf(Stretch.class))))
                .allSatisfy((stretch, tasks) -> assertThat(tasks).isLessThanOrEqualTo(InboxList.MOST));
    }

    @Test
    void whatTheListCanBeNarrowedToIsFoundWithoutReadingIt() {
        assertThat(as(FullInbox.OFFICER, () -> inbox.choices(Tab.ROLES)))
                .hasEntrySatisfying(
                        "step", steps -> assertThat(steps).hasSize(6).isSorted())
                .hasEntrySatisfying("officer", officers -> assertThat(officers).hasSizeGreaterThan(10));
        assertThat(as(FullInbox.SUPERVISOR, () -> inbox.choices(Tab.AWAY)))
                .hasEntrySatisfying(
                        "step", steps -> assertThat(steps).hasSize(6).isSorted())
                .hasEntrySatisfying("officer", officers -> assertThat(officers).hasSizeGreaterThan(10));
    }

    private List<InboxItem> page(Filter filter, After place) {
        return as(FullInbox.SUPERVISOR, () -> inbox.page(Tab.ROLES, filter, place, PAGE));
    }

    private static List<String> tasks(List<InboxItem> page) {
        return page.stream().map(InboxItem::taskId).toList();
    }

    private static String last(List<InboxItem> page) {
        return page.get(page.size() - 1).taskId();
    }

    private long rowsRead(Actor who, Tab tab, Filter filter) {
        InboxWalk walk = new InboxWalk(tab, filter, who, LocalDate.now(ZoneOffset.UTC));
        String sql = "explain (analyze, timing on) " + InboxList.SELECT.formatted(walk.page(After.NOTHING, PAGE))
                + InboxWalk.order(false);
        return rowsRead(who, walk, sql, tab);
    }

    private long rowsRead(Actor who, InboxWalk walk, String sql, Tab tab) {
        List<String> plan = as(who, () -> walk.bind(app.sql(sql))
                .param("now", OffsetDateTime.now(ZoneOffset.UTC))
                .query(String.class)
                .list());
        assertThat(plan.toString()).doesNotContain("Seq Scan on inbox_item");
        long read = 0;
        boolean walking = false;
        for (String line : plan) {
            Matcher scan = SCAN.matcher(line);
            Matcher thrown = THROWN.matcher(line);
            if (line.contains("->")) {
                // The two ways of this tab are called i_1 and i_2; elsewhere those are the policies' own look-ups.
                walking = scan.find() && scan.group(2).equals("i") != (tab == Tab.AWAY);
            }
            if (line.contains("->") && walking) {
                read += Math.round(Double.parseDouble(scan.group(3)) * Long.parseLong(scan.group(4)));
            } else if (walking && thrown.find()) {
                read += Long.parseLong(thrown.group(1));
            }
        }

        return read;
    }

    private <T> T as(Actor who, Supplier<T> work) {
        return acting.as(who, () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
