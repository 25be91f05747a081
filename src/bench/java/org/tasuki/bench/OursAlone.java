package org.tasuki.bench;

import org.tasuki.launch.DurableServer;

/** Ours without a peer, for a profiler to look at. */
final class OursAlone {

    private OursAlone() {}

    static void measure(DurableServer server, Results results) {
        try (BenchOffice office = BenchOffice.open(server.house("alone"), "flowable.async-executor-activate=false")) {
            TasukiCase ours = new TasukiCase(office);
            Rounds.perSecond(2, 600, ours::run);
            System.out.println("profiled from here: " + Rounds.perSecond(2, 2500, ours::run) + " cases/s");
        }
    }
}
