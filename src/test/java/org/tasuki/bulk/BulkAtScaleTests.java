package org.tasuki.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.TasukiTest;
import org.tasuki.inbox.FullInbox;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.InboxList;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;

/** A thousand tasks in one run: interrupted, worked off by two nodes, with one that cannot be done and one that breaks. */
@Tag("slow")
// The last one is nobody's: it gives these tests a database of their own.
@TasukiTest(properties = {"flowable.async-executor-activate=false", "tasuki.test.database=bulk"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BulkAtScaleTests {

    private static final Order TO_SECOND = new Order(Order.Act.GIVE, "full-2", "load");

    @Autowired
    private TestDatabase database;

    @Autowired
    private InboxList inbox;

    @Autowired
    private BulkRuns runs;

    @Autowired
    private BulkWatch watch;

    @Autowired
    private Judge judge;

    @Autowired
    private Acting acting;

    @Autowired
    private TransactionTemplate transaction;

    private JdbcClient superuser;

    @BeforeAll
    void fill() {
        superuser = database.asSuperuser();
        new FullInbox(superuser).with(2_600);
    }

    @Test
    void eachOfAThousandIsDoneOnceWhateverHappens() throws Exception {
        List<String> tasks = superuser
                .sql("select task_id from inbox_item where center = 'full' and desk = 'officer'"
                        + " and assignee is distinct from 'full-2' order by due_here, task_id limit 1000")
                .query(String.class)
                .list();
        List<InboxItem> items = as(() -> inbox.find(tasks));
        UUID run = as(() -> runs.choose(items));
        assertThat(items).hasSize(BulkRuns.MOST);
        String excluded = items.get(300).number().value();
        superuser
                .sql(
                        """
                        insert into case_exclusion (case_number, center, account, reason, decided_by, decided_at)
                        values (?, 'full', 'full-2', 'neighbour', 'full-chief', now())
                        """)
                .param(excluded)
                .update();
        String broken = items.get(500).taskId();
        breaks(broken);
        List<String> kept = items.stream()
                .filter(item -> item.number().value().equals(excluded))
                .map(InboxItem::taskId)
                .toList();
        assertThat(as(() -> judge.on(TO_SECOND, tasks).hindered().keySet())).containsExactlyInAnyOrderElementsOf(kept);

        assertThat(as(() -> runs.begin(run, TO_SECOND))).isTrue();
        // Some, and then the server is started anew: the run stands in the database.
        watch.begin(as(() -> runs.find(run).orElseThrow()), 137);
        assertThat(settled(run)).isEqualTo(137);
        twoNodes(run);

        assertThat(as(() -> runs.find(run).orElseThrow().state())).isEqualTo(BulkRun.State.DONE);
        List<BulkRun.Row> rows = as(() -> runs.rows(run));
        assertThat(rows)
                .filteredOn(row -> row.state() == BulkRun.RowState.WAITING)
                .isEmpty();
        assertThat(rows)
                .filteredOn(row -> row.state() == BulkRun.RowState.REFUSED)
                .allSatisfy(row -> assertThat(row.why()).isEqualTo(row.taskId().equals(broken) ? "failed" : "excluded"))
                .extracting(BulkRun.Row::taskId)
                .containsExactlyInAnyOrderElementsOf(with(kept, broken));
        int done = BulkRuns.MOST - kept.size() - 1;
        assertThat(count("from inbox_item where assignee = 'full-2' and assigned_by = 'full-chief'"))
                .isEqualTo(done);
        assertThat(count("from audit_entry where center = 'full' and act = 'task-assigned'"))
                .isEqualTo(done);
        assertThat(count("from audit_entry where center = 'full' and act = 'bulk-ended'"))
                .isEqualTo(1);
        assertThat(count("from notice where center = 'full' and kind = 'given' and account = 'full-2'"))
                .isEqualTo(done);
    }

    private static List<String> with(List<String> some, String more) {
        List<String> all = new ArrayList<>(some);
        all.add(more);
        return all;
    }

    /** Until nothing waits; the broken one comes again some times. */
    private void twoNodes(UUID run) throws Exception {
        Callable<Boolean> node = () -> {
            for (int look = 0; look < 60 && settled(run) < BulkRuns.MOST; look++) {
                watch.look();
            }
            watch.look();
            return true;
        };
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            for (Future<Boolean> one : nodes.invokeAll(List.of(node, node))) {
                one.get();
            }
        } finally {
            nodes.shutdownNow();
        }
    }

    private void breaks(String task) {
        superuser
                .sql(
                        """
                        create function breaks() returns trigger language plpgsql as $$
                        begin raise exception 'broken'; end $$
                        """)
                .update();
        superuser
                .sql("create trigger breaks before update on inbox_item for each row when (new.task_id = '" + task
                        + "') execute function breaks()")
                .update();
    }

    private long settled(UUID run) {
        return count("from bulk_row where run = '" + run + "' and state <> 'waiting'");
    }

    private long count(String what) {
        return superuser.sql("select count(*) " + what).query(Long.class).single();
    }

    private <T> T as(Supplier<T> work) {
        return acting.as(FullInbox.SUPERVISOR, () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
