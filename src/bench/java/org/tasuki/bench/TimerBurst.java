package org.tasuki.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.flowable.engine.ProcessEngine;
import org.flowable.job.service.impl.asyncexecutor.AsyncExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.inbox.InboxList;
import org.tasuki.launch.DurableServer;
import org.tasuki.people.Acting;

/** So many time limits pass in the same second; and what an officer's inbox is like meanwhile. */
final class TimerBurst {

    private static final int TIMERS = Integer.getInteger("timers", 20_000);
    private static final int THREADS = 8;
    private static final int LOOKS = 200;

    private TimerBurst() {}

    static void measure(DurableServer server, Results results) {
        double peer = flowable(server);
        try (BenchOffice office = BenchOffice.open(
                server.house("burst"),
                "flowable.async-executor-activate=false",
                "spring.task.execution.pool.core-size=" + THREADS,
                "spring.task.execution.pool.max-size=" + THREADS)) {
            TasukiCase cases = new TasukiCase(office);
            Rounds.perSecond(4, TIMERS, cases::begin);
            JdbcClient owner = server.asSuperuser("burst");
            owner.sql("update deadline set due_at = now(), wake_at = null").update();
            owner.sql("update engine.act_ru_timer_job set duedate_ = now()").update();
            server.settle("burst");
            double[] quiet = looks(office, () -> true);
            AtomicBoolean over = new AtomicBoolean();
            List<double[]> busy = new ArrayList<>();
            Thread reader = new Thread(() -> busy.add(looks(office, () -> !over.get())));
            double ours = fired(office.get(ProcessEngine.class), () -> {
                reader.start();
                return true;
            });
            over.set(true);
            join(reader);
            results.add(Row.rate("timer-burst", TIMERS, THREADS, ours, peer, "Flowable", "timers/s"));
            results.add(Row.time(
                    "timer-burst-inbox",
                    TIMERS,
                    1,
                    Rounds.quantile(0.99, busy.get(0)),
                    Rounds.quantile(0.99, quiet),
                    "ours at rest",
                    "ms, p99"));
        }
    }

    private static double flowable(DurableServer server) {
        try (FlowableCase bare = new FlowableCase(server.bare("burst_bare", Peers.CONNECTIONS), THREADS)) {
            Rounds.perSecond(4, TIMERS, bare::begin);
            server.asSuperuser("burst_bare")
                    .sql("update act_ru_timer_job set duedate_ = now()")
                    .update();
            server.settle("burst_bare");
            return fired(bare.engine, () -> true);
        }
    }

    /** From the moment the clockwork starts until no timer is left, however far it was handed on. */
    private static double fired(ProcessEngine engine, BooleanSupplier first) {
        AsyncExecutor clockwork = engine.getProcessEngineConfiguration().getAsyncExecutor();
        first.getAsBoolean();
        long began = System.nanoTime();
        clockwork.start();
        while (engine.getManagementService().createTimerJobQuery().count() > 0
                || engine.getManagementService().createJobQuery().count() > 0) {
            rest(50);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        clockwork.shutdown();
        return TIMERS / seconds;
    }

    /** An officer opens the inbox again and again, a few times a second. */
    private static double[] looks(BenchOffice office, BooleanSupplier on) {
        InboxList inbox = office.get(InboxList.class);
        Acting acting = office.get(Acting.class);
        TransactionTemplate transaction = office.get(TransactionTemplate.class);
        List<Double> took = new ArrayList<>();
        for (int look = 0; look < LOOKS || took.isEmpty(); look++) {
            took.add(Rounds.millis(() -> acting.as(
                    office.officers.get(0),
                    () -> transaction.executeWithoutResult(status -> InboxLook.firstPage(inbox)))));
            rest(25);
            if (!on.getAsBoolean()) {
                break;
            }
        }
        return took.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void rest(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
