package org.tasuki.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.history.HistoricActivityInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.board.AnsweringAgencies;
import org.tasuki.board.Loads;
import org.tasuki.board.Protections;
import org.tasuki.board.Reviews;
import org.tasuki.board.StepTimes;
import org.tasuki.board.Waiting;
import org.tasuki.engine.CallSite;
import org.tasuki.inbox.FullInbox;
import org.tasuki.launch.DurableServer;
import org.tasuki.people.Acting;

/**
 * All that the board asks for one center with 50,000 open cases (two tasks each) and 1,000,000 closed ones over ten years, beside the
 * engine's own queries for the first part of it: how many tasks wait at each of six steps, and how long those took of 90 days.
 */
final class BoardPage {

    private static final int OPEN = 50_000;
    private static final int CLOSED = 1_000_000;
    private static final Period LOOKED_AT = Period.ofDays(90);
    private static final List<String> STEPS =
            List.of("safetyCheck", "socialDiagnosis", "urgencySheet", "hearChild", "followUp", "proposeClosing");

    private static final String OURS =
            """
            set session_replication_role = replica;
            update inbox_item set process = 'guidance-center';
            insert into case_file (number, center, status, urgency, opened_at, closed_at)
            select 'FL-2016-' || lpad(n::text, 7, '0'), 'full', 'closed', 'C', now() - n * interval '5 minutes' - interval '90 days',
                   now() - n * interval '5 minutes'
            from generate_series(1, %1$d) n;
            insert into form_answer (case_number, center, task_id, process, step, form, form_version, answers, answered_by, born_at, answered_at)
            select 'FL-2016-' || lpad(n::text, 7, '0'), 'full', 'c' || n || '-' || s, 'guidance-center', (array[%2$s])[1 + (n + s) %% 6],
                   'safety-check', '1', '{}', 'full-1', now() - n * interval '5 minutes' - (n %% 90) * interval '1 hour',
                   now() - n * interval '5 minutes'
            from generate_series(1, %1$d) n cross join generate_series(0, 2) s;
            insert into hand_over (id, case_number, center, kind, agency, state, prepared_at, sent_at, answered_at)
            select 'c' || n, 'FL-2016-' || lpad(n::text, 7, '0'), 'full', 'police', 'full-police', 'accepted', now(),
                   now() - n * interval '5 minutes', now() - n * interval '5 minutes' + interval '1 day'
            from generate_series(1, %1$d, 5) n;
            reset session_replication_role;
            """;

    private static final String ENGINES =
            """
            insert into act_ru_task (id_, rev_, name_, task_def_key_, priority_, create_time_, suspension_state_, tenant_id_,
                                     is_count_enabled_, var_count_, id_link_count_, sub_task_count_)
            select 't' || n, 1, 'task', (array[%3$s])[1 + n %% 6], 50, now(), 1, '', true, 0, 0, 0 from generate_series(1, %1$d) n;
            insert into act_hi_actinst (id_, rev_, proc_def_id_, proc_inst_id_, execution_id_, act_id_, act_type_, start_time_, end_time_,
                                        duration_, tenant_id_)
            select 'a' || n || '-' || s, 1, 'p', 'i' || n, 'e' || n, (array[%3$s])[1 + (n + s) %% 6], 'userTask',
                   now() - n * interval '5 minutes' - (n %% 90) * interval '1 hour', now() - n * interval '5 minutes',
                   (n %% 90) * 3600000, ''
            from generate_series(1, %2$d) n cross join generate_series(0, 2) s;
            analyze act_ru_task; analyze act_hi_actinst
            """;

    private BoardPage() {}

    static void measure(DurableServer server, Results results) {
        try (BenchOffice office = BenchOffice.open(server.house("board"), "flowable.async-executor-activate=false");
                FlowableCase bare = new FlowableCase(server.bare("board_bare", Peers.CONNECTIONS))) {
            JdbcClient superuser = server.asSuperuser("board");
            new FullInbox(superuser).with(OPEN * 2);
            superuser.sql(OURS.formatted(CLOSED, quoted())).update();
            for (String table : List.of("inbox_item", "case_file", "form_answer", "hand_over", "deadline")) {
                superuser.sql("vacuum analyze " + table).update();
            }
            server.asSuperuser("board_bare")
                    .sql(ENGINES.formatted(OPEN * 2, CLOSED, quoted()))
                    .update();
            results.add(Row.time(
                    "board-page", OPEN + CLOSED, 1, ours(office), engines(bare.engine), "Flowable", "ms, median"));
        }
    }

    private static String quoted() {
        return "'" + String.join("','", STEPS) + "'";
    }

    private static double ours(BenchOffice office) {
        Acting acting = office.get(Acting.class);
        TransactionTemplate transaction = office.get(TransactionTemplate.class);
        return median(() -> acting.as(
                FullInbox.SUPERVISOR,
                () -> transaction.executeWithoutResult(status -> {
                    int steps = office.get(Loads.class)
                            .at(Map.of(new CallSite("", ""), Set.of("guidance-center")))
                            .size();
                    int times = office.get(StepTimes.class).of(LOOKED_AT).size();
                    if (steps != STEPS.size() + 1 || times != STEPS.size()) {
                        throw new IllegalStateException("the board is not full: " + steps + ", " + times);
                    }
                    office.get(Waiting.class).next(31);
                    office.get(AnsweringAgencies.class).byAgency();
                    office.get(Protections.class).now();
                    office.get(Reviews.class).latest(20);
                })));
    }

    private static double engines(ProcessEngine engine) {
        return median(() -> STEPS.forEach(step -> {
            engine.getTaskService().createTaskQuery().taskDefinitionKey(step).count();
            engine
                    .getHistoryService()
                    .createHistoricActivityInstanceQuery()
                    .activityId(step)
                    .finishedAfter(Date.from(Instant.now().minus(Duration.ofDays(90))))
                    .list()
                    .stream()
                    .map(HistoricActivityInstance::getDurationInMillis)
                    .sorted()
                    .toList();
        }));
    }

    private static double median(Runnable look) {
        double[] took = new double[15];
        for (int warm = 0; warm < 5; warm++) {
            look.run();
        }
        for (int i = 0; i < took.length; i++) {
            took[i] = Rounds.millis(look);
        }
        return Rounds.median(took);
    }
}
