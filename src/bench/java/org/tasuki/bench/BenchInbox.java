package org.tasuki.bench;

import java.util.List;
import org.flowable.engine.ProcessEngine;
import org.flowable.task.api.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.inbox.FullInbox;
import org.tasuki.inbox.InboxList;
import org.tasuki.launch.DurableServer;
import org.tasuki.people.Acting;

/** The first page of a role's inbox, however many tasks are open: ours beside the engine's own query for a candidate group. */
final class BenchInbox {

    private static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);
    private static final int LOOKS = 200;

    private BenchInbox() {}

    static void measure(DurableServer server, Results results) {
        try (BenchOffice office = BenchOffice.open(server.house("inbox"), "flowable.async-executor-activate=false");
                FlowableCase bare = new FlowableCase(server.bare("inbox_bare", Peers.CONNECTIONS))) {
            FullInbox full = new FullInbox(server.asSuperuser("inbox"));
            JdbcClient engine = server.asSuperuser("inbox_bare");
            int before = 0;
            for (int size : SIZES) {
                full.with(size);
                fill(engine, before + 1, size);
                before = size;
                results.add(Row.time(
                        "inbox-page", size, 1, ours(office), candidates(bare.engine), "Flowable", "ms, median"));
            }
        }
    }

    /** The median of many looks, after as many to warm up. */
    private static double ours(BenchOffice office) {
        InboxList inbox = office.get(InboxList.class);
        Acting acting = office.get(Acting.class);
        TransactionTemplate transaction = office.get(TransactionTemplate.class);
        return median(
                LOOKS,
                () -> acting.as(
                        FullInbox.OFFICER,
                        () -> transaction.executeWithoutResult(status -> {
                            if (InboxLook.firstPage(inbox) != InboxLook.ROWS) {
                                throw new IllegalStateException("the inbox is not full");
                            }
                        })));
    }

    /** The engine's is slow when there is much: fewer looks say it too. */
    private static double candidates(ProcessEngine engine) {
        return median(9, () -> {
            List<Task> page = engine.getTaskService()
                    .createTaskQuery()
                    .taskCandidateGroup("officer")
                    .orderByTaskDueDate()
                    .asc()
                    .listPage(0, InboxLook.ROWS);
            if (page.size() != InboxLook.ROWS) {
                throw new IllegalStateException("the engine's list is not full");
            }
        });
    }

    private static double median(int looks, Runnable look) {
        double[] took = new double[looks];
        for (int warm = 0; warm < looks; warm++) {
            look.run();
        }
        for (int i = 0; i < looks; i++) {
            took[i] = Rounds.millis(look);
        }
        return Rounds.median(took);
    }

    /** Open tasks as the engine itself would write them: three of five for the officers, as in ours. */
    private static void fill(JdbcClient engine, int from, int until) {
        engine.sql(
                        """
                insert into act_ru_task (id_, rev_, name_, task_def_key_, priority_, create_time_, due_date_, suspension_state_,
                                         tenant_id_, is_count_enabled_, var_count_, id_link_count_, sub_task_count_)
                select 't' || n, 1, 'task', 'safetyCheck', 50, now(), now() + ((n::bigint * 7907) %% 4000000) * interval '1 second', 1,
                       '', true, 0, 1, 0 from generate_series(%1$d, %2$d) n;
                insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_)
                select 'l' || n, 1, (array['officer', 'officer', 'officer', 'supervisor', 'psychologist'])[1 + n %% 5], 'candidate',
                       't' || n from generate_series(%1$d, %2$d) n;
                analyze act_ru_task; analyze act_ru_identitylink
                """
                                .formatted(from, until))
                .update();
    }
}
