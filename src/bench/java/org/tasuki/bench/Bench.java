package org.tasuki.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.tasuki.launch.DurableServer;

/** {@code mvn -Pbench verify}: measures ours and its peers side by side, and writes the table. */
final class Bench {

    private static final Map<String, BiConsumer<DurableServer, Results>> ALL = all();

    private Bench() {}

    private static Map<String, BiConsumer<DurableServer, Results>> all() {
        Map<String, BiConsumer<DurableServer, Results>> all = new LinkedHashMap<>();
        all.put("case-throughput", CaseThroughput::measure);
        all.put("inbox-page", BenchInbox::measure);
        all.put("board-page", BoardPage::measure);
        all.put("timer-burst", TimerBurst::measure);
        all.put("start", StartTime::measure);
        all.put("statements", WhereStatementsComeFrom::measure);
        return all;
    }

    /** @param args the names of those to be measured; all when there are none */
    public static void main(String[] args) {
        List<String> wanted = args.length == 0 ? List.copyOf(ALL.keySet()) : List.of(args);
        Results results = new Results();
        try (DurableServer server = DurableServer.in(Path.of("target", "bench", "postgres"))) {
            ALL.forEach((name, measure) -> {
                if (wanted.contains(name)) {
                    measure.accept(server, results);
                }
            });
        }
        System.exit(0);
    }
}
