package org.tasuki.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
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
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.TasukiTest;
import org.tasuki.inbox.InboxList.After;
import org.tasuki.inbox.InboxList.Filter;
import org.tasuki.inbox.InboxList.Tab;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.terms.Japan;

/**
 * However a list is narrowed by two things at once, its pages hold what a plain look at all rows finds, in its order: on each tab, for
 * an officer and for a supervisor, over rows that the dice have thrown.
 */
@TasukiTest(properties = "flowable.async-executor-activate=false")
@TestPropertySource(properties = "tasuki.test.inbox-pairs=a database of its own")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboxPairsTests {

    private static final int TASKS = 6_000;
    private static final int PAGE = 50;
    private static final int PAGES = 3;
    private static final Random DICE = new Random(27);

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

    /** One thing that a list is narrowed to. */
    private enum Narrowing {
        DESK("officer", "supervisor"),
        STEP("safetyCheck", "hearChild", "nowhere"),
        URGENCY("AA", "C", "none"),
        OFFICER("full-1", "full-7", "nobody"),
        TYPE("neglect", "unknown"),
        AGE("PRESCHOOL", "ELEMENTARY", "HIGH"),
        AGENCY("full-police", "full-school");

        private final List<String> values;

        Narrowing(String... values) {
            this.values = List.of(values);
        }

        String thrown() {
            return values.get(DICE.nextInt(values.size()));
        }
    }

    static Stream<Arguments> pairs() {
        List<Arguments> pairs = new ArrayList<>();
        for (Tab tab : Tab.values()) {
            for (Actor who : List.of(FullInbox.OFFICER, FullInbox.SUPERVISOR)) {
                for (Narrowing one : Narrowing.values()) {
                    for (Narrowing other : EnumSet.range(one, Narrowing.AGENCY)) {
                        for (int throwing = 0; throwing < 2; throwing++) {
                            Filter filter = filter(Map.of(one, one.thrown()), Map.of(other, other.thrown()));
                            pairs.add(
                                    Arguments.argumentSet(tab + " " + who.account() + " " + filter, tab, who, filter));
                        }
                    }
                }
            }
        }
        return pairs.stream();
    }

    private static Filter filter(Map<Narrowing, String> one, Map<Narrowing, String> other) {
        Function<Narrowing, String> value =
                what -> Objects.requireNonNullElse(one.get(what), other.getOrDefault(what, ""));
        return new Filter(
                given(value.apply(Narrowing.DESK)),
                given(value.apply(Narrowing.STEP)),
                given(value.apply(Narrowing.URGENCY)),
                given(value.apply(Narrowing.OFFICER)),
                given(value.apply(Narrowing.TYPE)),
                Arrays.stream(AgeBand.values())
                        .filter(band -> band.name().equals(value.apply(Narrowing.AGE)))
                        .findFirst()
                        .orElse(null),
                given(value.apply(Narrowing.AGENCY)));
    }

    private static @Nullable String given(String value) {
        return value.isEmpty() ? null : value;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void thePagesHoldWhatAPlainLookFinds(Tab tab, Actor who, Filter filter) {
        List<String> plain = plain(tab, who, filter);
        List<String> paged = new ArrayList<>();
        After place = After.NOTHING;
        for (int page = 0; page < PAGES; page++) {
            After from = place;
            List<InboxItem> items = as(who, () -> inbox.page(tab, filter, from, PAGE));
            items.forEach(item -> paged.add(item.taskId()));
            if (items.isEmpty()) {
                break;
            }
            InboxItem last = items.get(items.size() - 1);
            place = new After(last.dueHere(), last.taskId(), false);
        }
        assertThat(paged).isEqualTo(plain.subList(0, Math.min(plain.size(), PAGE * PAGES)));
        if (plain.size() < InboxList.MOST) {
            assertThat(as(who, () -> inbox.counts(tab, filter, EnumSet.allOf(Stretch.class)))
                            .values())
                    .satisfies(counts -> assertThat(
                                    counts.stream().mapToLong(tasks -> tasks).sum())
                            .isEqualTo(plain.size()));
        }
    }

    @Test
    void thePairsThatAreThrownAreNotAllEmpty() {
        assertThat(pairs().filter(this::finds).count()).isGreaterThan(100);
    }

    private boolean finds(Arguments pair) {
        Object[] given = pair.get();
        return !plain((Tab) given[0], (Actor) given[1], (Filter) given[2]).isEmpty();
    }

    /** What each list offers is what there is on it, also of what waits at agencies. */
    @ParameterizedTest
    @EnumSource(Tab.class)
    void theStepsAndOfficersThatAreOfferedAreThoseOfTheList(Tab tab) {
        for (Actor who : List.of(FullInbox.OFFICER, FullInbox.SUPERVISOR)) {
            Map<String, List<String>> choices = as(who, () -> inbox.choices(tab));
            assertThat(choices.getOrDefault("step", List.of()))
                    .as("%s %s", tab, who.account())
                    .isEqualTo(there("step", tab, who));
            assertThat(choices.getOrDefault("officer", List.of())).isEqualTo(there("officer", tab, who));
        }
    }

    private List<String> there(String column, Tab tab, Actor who) {
        return plain(
                "select distinct i.%1$s from %2$s and i.%1$s is not null order by i.%1$s",
                column, tab, who, Filter.NONE);
    }

    private List<String> plain(Tab tab, Actor who, Filter filter) {
        return plain("select i.%1$s from %2$s order by i.due_here, i.task_id", "task_id", tab, who, filter);
    }

    /** As the words of the page say it, row by row, and without a thought of indexes; the policies decide as they do for the page. */
    private List<String> plain(String select, String column, Tab tab, Actor who, Filter filter) {
        String from =
                """
                inbox_item i
                where case when :tab = 'MINE' then i.assignee = :me
                           when :tab = 'HELD' then :all and i.agency is null and i.assignee <> :me
                           when :tab = 'ROLES' then i.assignee is null and i.agency is null and i.desk = any (:desks)
                           else i.agency is not null and i.center = :center
                                and (:all or exists (select from case_team t where t.case_number = i.case_number and t.account = :me)) end
                  and (:tab <> 'ROLES' or :desk::text is null or i.desk = :desk)
                  and (:step::text is null or i.step = :step)
                  and (:urgency::text is null or i.urgency = :urgency)
                  and (:officer::text is null or i.officer = :officer)
                  and (:type::text is null or i.abuse_type = :type)
                  and (not :ages or i.school_year = any (:years::int[]))
                  and (:tab <> 'AWAY' or :agency::text is null or i.agency = :agency)
                """;
        LocalDate today = LocalDate.ofInstant(OffsetDateTime.now().toInstant(), Japan.ZONE);
        return as(who, () -> app.sql(select.formatted(column, from))
                .param("tab", tab.name())
                .param("me", who.account())
                .param("desks", who.desks().toArray(String[]::new))
                .param("center", FullInbox.CENTER)
                .param("all", who == FullInbox.SUPERVISOR)
                .param("desk", filter.desk())
                .param("step", filter.step())
                .param("urgency", filter.urgency())
                .param("officer", filter.officer())
                .param("type", filter.type())
                .param("ages", filter.age() != null)
                .param(
                        "years",
                        filter.age() == null ? new Integer[0] : filter.age().schoolYears(today))
                .param("agency", filter.agency())
                .query(String.class)
                .list());
    }

    private <T> T as(Actor who, Supplier<T> work) {
        return acting.as(who, () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
