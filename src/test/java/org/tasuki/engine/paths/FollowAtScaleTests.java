package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.tasuki.deadlines.JapaneseCalendar;
import org.tasuki.deadlines.LocalDay;
import org.tasuki.launch.TestDatabase;
import org.tasuki.limits.CalendarBook;
import org.tasuki.limits.FollowWatch;
import org.tasuki.limits.Planned;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.terms.Japan;

/**
 * An office with 5,000 open deadlines keeps another calendar: what that moves is foretold, and moved in batches, a case at a time; none
 * is left, none moved twice, and when nothing is to be done, nothing is read.
 */
@Tag("slow")
@StoryTest
@TestPropertySource(properties = "tasuki.test.many-cases=a database of its own")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FollowAtScaleTests {

    private static final int CASES = 5_000;
    private static final int A_LOOK = 200;
    private static final int BEFORE_THE_ANSWER = 20;
    private static final int STATEMENTS_A_CASE = 12;
    private static final Actor ADMIN = Actor.person("many-admin", Set.of(Role.ADMIN), ManyCases.CENTER, null);

    @Autowired
    private Stories stories;

    @Autowired
    private CalendarBook book;

    @Autowired
    private FollowWatch watch;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestDatabase database;

    @BeforeAll
    void fill() {
        Story story = stories.investigated();
        story.at("urgencySheet").isDue("2026-06-02T17:15");
        new ManyCases(database.asSuperuser()).of(story.number(), CASES);
    }

    @Test
    @Order(1)
    void allThatMovesIsForetoldWithAHandfulOfStatements() {
        List<String> sent = CountedStatements.during(() -> {
            Planned plan = byAdmin(() -> book.plan(null, closedOn("2026-06-02", "2026-06-03")));
            assertThat(plan.moves())
                    .hasSize(CASES)
                    .allSatisfy(move -> {
                        assertThat(LocalDateTime.ofInstant(move.before(), Japan.ZONE))
                                .isEqualTo("2026-06-02T17:15");
                        assertThat(LocalDateTime.ofInstant(move.after(), Japan.ZONE))
                                .isEqualTo("2026-06-04T17:15");
                        assertThat(move.over()).isFalse();
                    })
                    .extracting(move -> move.number().value())
                    .doesNotHaveDuplicates();
        });
        assertThat(sent).as(String.join("\n", sent)).hasSizeLessThanOrEqualTo(4);
        assertThat(moved()).isZero();
    }

    @Test
    @Order(2)
    void theyFollowInBatchesNoneIsLeftAndNoneMovedTwice() {
        keep(closedOn("2026-06-02", "2026-06-03"));
        assertThat(left()).isEqualTo(CASES - BEFORE_THE_ANSWER);
        for (int look = 1; left() > 0; look++) {
            int before = left();
            List<String> sent = CountedStatements.during(watch::look);
            int done = Math.min(A_LOOK, before);
            assertThat(left()).as("after look %d", look).isEqualTo(before - done);
            // A look at either center, and for each case the same: none of them grows with what is left.
            assertThat(sent).hasSizeBetween(done * (STATEMENTS_A_CASE - 1), 10 + done * STATEMENTS_A_CASE);
        }
        eachStandsAt("2026-06-04T17:15", 1);
        watch.look();
        eachStandsAt("2026-06-04T17:15", 1);
    }

    @Test
    @Order(3)
    void twoNodesThatLookAtOnceMoveEachOnce() throws Exception {
        keep(closedOn("2026-06-02"));
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            while (left() > 0) {
                for (Future<Object> look : nodes.invokeAll(Collections.nCopies(2, Executors.callable(watch::look)))) {
                    look.get();
                }
            }
        } finally {
            nodes.shutdownNow();
        }
        eachStandsAt("2026-06-03T17:15", 2);
    }

    /** Asked every few seconds, and mostly for nothing. */
    @Test
    @Order(4)
    void whereNothingIsBehindNothingIsRead() {
        String asked = CountedStatements.during(watch::look).stream()
                .filter(sql -> sql.contains("d.calendar_version < w.version"))
                .findFirst()
                .orElseThrow();
        LocalDate known = JapaneseCalendar.announcedThrough();
        String many = ManyCases.CENTER;
        String plan = String.join(
                "\n", as(Actor.system(many), () -> jdbc.sql("explain (analyze, timing off, summary off) " + asked)
                        .params(many, many, many, known, many, many, "", A_LOOK)
                        .query(String.class)
                        .list()));
        assertThat(plan).contains("deadline_by_office").doesNotContain("Seq Scan on deadline");
        assertThat(plan.lines().filter(line -> line.contains(" on deadline d")))
                .as(plan)
                .hasSize(3)
                .allMatch(line -> line.contains("rows=0") || line.contains("never executed"));
        assertThat(plan).doesNotContain("Rows Removed by Filter: 5000");
    }

    /** The first in order are more than a look takes: were each look to begin with them, nobody else would ever be moved. */
    @Test
    @Order(5)
    void thoseThatCannotFollowHoldUpNobody() {
        int stuck = A_LOOK + 50;
        timers(stuck, "process_instance_id_");
        keep(closedOn("2026-06-02", "2026-06-03"));
        for (int look = 0; look <= 2 + CASES / A_LOOK; look++) {
            watch.look();
        }
        assertThat(left()).isEqualTo(stuck);
        timers(
                stuck,
                """
                (select e.id_ from engine.act_ru_execution e join deadline d on d.wait_id = e.parent_id_
                 where e.proc_inst_id_ = j.process_instance_id_ and d.ended_at is null)
                """);
        watch.look();
        watch.look();
        watch.look();
        eachStandsAt("2026-06-04T17:15", 3);
    }

    /** As the engine's: of the first cases in order, hung up elsewhere, or where they belong. */
    private void timers(int cases, String execution) {
        assertThat(database.asSuperuser()
                        .sql(
                                """
                        update engine.act_ru_timer_job j set execution_id_ = %s where process_instance_id_ in
                            (select proc_inst_id_ from engine.act_ru_execution where business_key_ between 'MN-2026-0000001' and ?)
                        """
                                        .formatted(execution))
                        .param("MN-2026-%07d".formatted(cases))
                        .update())
                .isEqualTo(cases);
    }

    /** Row, timer and inbox of each case, and as many changes as there were calendars. */
    private void eachStandsAt(String due, int changes) {
        assertThat(count(
                        """
                        select count(*) from deadline d join inbox_item i on i.wait_id = d.wait_id and i.due_at = d.due_at
                        join engine.act_ru_execution e on e.parent_id_ = d.wait_id
                        join engine.act_ru_timer_job j on j.execution_id_ = e.id_
                        join case_clock k on k.case_number = d.case_number
                        where d.center = 'many' and d.due_at = ?::timestamp at time zone 'Asia/Tokyo' and d.ended_at is null
                        and abs(extract(epoch from j.duedate_::timestamptz + k.ahead - d.due_at)) < 0.002
                        """,
                        due))
                .isEqualTo(CASES);
        assertThat(count(
                        """
                        select count(*) from (select deadline from deadline_change where center = 'many' and why = 'calendar'
                                              group by deadline having count(*) = ?) each
                        """,
                        changes))
                .isEqualTo(CASES);
        assertThat(moved()).isEqualTo(CASES * changes);
    }

    private int moved() {
        return count("select count(*) from deadline_change where center = ?", ManyCases.CENTER);
    }

    private int count(String sql, Object value) {
        return database.asSuperuser().sql(sql).param(value).query(Integer.class).single();
    }

    private int left() {
        return byAdmin(book::left);
    }

    private void keep(JapaneseCalendar calendar) {
        byAdmin(() -> {
            int seen = book.current(null).version();
            String mark = book.plan(null, calendar).mark();
            assertThat(book.confirm(null, calendar, seen, mark)).isPresent();
            return seen;
        });
    }

    private static JapaneseCalendar closedOn(String... days) {
        return JapaneseCalendar.usual(Arrays.stream(days)
                .map(day -> new LocalDay(LocalDate.parse(day), null, "創立記念日"))
                .toList());
    }

    private <T> T byAdmin(Supplier<T> work) {
        return stories.acting().as(ADMIN, work);
    }

    private <T> T as(Actor actor, Supplier<T> work) {
        return stories.acting().as(actor, () -> stories.transaction().execute(status -> work.get()));
    }
}
