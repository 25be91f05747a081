package org.tasuki.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tasuki.launch.DurableServer;

/** How many small cases a second, with one, four and sixteen people at work. */
final class CaseThroughput {

    private static final int CASES = Integer.getInteger("cases", 300);

    /**
     * Until the compiler has little left to do: on two processors it takes minutes of its own. After 5,000 each of us still became a
     * tenth faster during the first round.
     */
    private static final int WARMING = Integer.getInteger("warming", 8_000);

    /** That many wait beside those that are worked on: in tables that are all but empty PostgreSQL reads what was deleted, over and over. */
    static final int OPEN = 2_000;

    private static final List<Integer> THREADS = List.of(1, 4, 16);

    private CaseThroughput() {}

    static void measure(DurableServer server, Results results) {
        try (BenchOffice office = BenchOffice.open(server.house("cases"), "flowable.async-executor-activate=false");
                FlowableCase flowable = new FlowableCase(server.bare("flowable", Peers.CONNECTIONS));
                OperatonCase operaton = new OperatonCase(server.bare("operaton", Peers.CONNECTIONS))) {
            List<SmallCase> all = List.of(new TasukiCase(office), flowable, operaton);
            all.forEach(one -> {
                Rounds.perSecond(4, OPEN, one::begin);
                Rounds.perSecond(4, WARMING, one::run);
            });
            List.of("cases", "flowable", "operaton").forEach(server::settle);
            THREADS.forEach(threads -> compare(all, threads, results));
        }
    }

    /** In turns, so that a slow minute of the machine is everybody's. */
    private static void compare(List<SmallCase> all, int threads, Results results) {
        Map<SmallCase, double[]> measured = new LinkedHashMap<>();
        all.forEach(one -> measured.put(one, new double[Rounds.FIVE]));
        for (int round = 0; round < Rounds.FIVE; round++) {
            for (SmallCase one : all) {
                measured.get(one)[round] = Rounds.perSecond(threads, CASES, one::run);
            }
        }
        double ours = Rounds.median(measured.get(all.get(0)));
        all.stream()
                .skip(1)
                .forEach(peer -> results.add(Row.rate(
                        "case-throughput",
                        CASES,
                        threads,
                        ours,
                        Rounds.median(measured.get(peer)),
                        peer.name(),
                        "cases/s")));
    }
}
