package org.tasuki.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tasuki.launch.DurableServer;

/** Writes {@code target/bench/statements.md}: each statement of one small case, who sends it, and how long it takes. */
final class WhereStatementsComeFrom {

    private WhereStatementsComeFrom() {}

    static void measure(DurableServer server, Results results) {
        try (BenchOffice office = BenchOffice.open(server.house("statements"), "flowable.async-executor-activate=false")) {
            SmallCase ours = new TasukiCase(office);
            Rounds.perSecond(4, 600, ours::run);
            for (int warm = 0; warm < 100; warm++) {
                ours.run();
            }
            List<WatchedPool.Sent> sent = office.get(WatchedPool.class).during(ours::run);
            write(sent);
        }
    }

    private static void write(List<WatchedPool.Sent> sent) {
        StringBuilder page = new StringBuilder("# One small case: %d statements%n%n".formatted(sent.size()));
        Map<String, List<WatchedPool.Sent>> kinds = sent.stream()
                .collect(Collectors.groupingBy(
                        one -> one.by() + " | " + brief(one.sql()), TreeMap::new, Collectors.toList()));
        page.append("| by | statement | times | ms |\n|---|---|---|---|\n");
        kinds.forEach((kind, all) -> page.append("| %s | %d | %.2f |%n"
                .formatted(kind, all.size(), all.stream().mapToDouble(WatchedPool.Sent::millis).sum())));
        page.append("\nIn order:\n\n");
        sent.forEach(one -> page.append("- %.2f `%s` %s%n"
                .formatted(one.millis(), brief(one.sql()), one.by().replaceAll(".*\\.", ""))));
        try {
            Path file = Path.of("target", "bench", "statements.md");
            Files.createDirectories(file.getParent());
            Files.writeString(file, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String brief(String sql) {
        return sql.length() > 90 ? sql.substring(0, 90) : sql;
    }
}
