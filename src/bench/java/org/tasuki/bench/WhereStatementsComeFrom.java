package org.tasuki.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tasuki.launch.DurableServer;

/** Writes {@code target/bench/statements.md}: each statement of one small case, who sends it, and how long it takes. */
final class WhereStatementsComeFrom {

    /** What one statement takes is little: told of so many cases, it says something. */
    private static final int CASES = 200;

    private WhereStatementsComeFrom() {}

    static void measure(DurableServer server, Results results) {
        try (BenchOffice office = BenchOffice.open(server.house("statements"), "flowable.async-executor-activate=false")) {
            SmallCase ours = new TasukiCase(office);
            Rounds.perSecond(4, Integer.getInteger("cases", 600), ours::run);
            for (int warm = 0; warm < 100; warm++) {
                ours.run();
            }
            WatchedPool pool = office.get(WatchedPool.class);
            List<WatchedPool.Sent> many = new ArrayList<>();
            for (int watched = 0; watched < CASES; watched++) {
                many.addAll(pool.during(ours::run));
            }
            write(many, pool.during(ours::run));
        }
    }

    private static void write(List<WatchedPool.Sent> many, List<WatchedPool.Sent> sent) {
        StringBuilder page = new StringBuilder("# One small case: %d statements, %.1f ms in the database (mean of %d)%n%n"
                .formatted(sent.size(), millis(many), CASES));
        Map<String, List<WatchedPool.Sent>> kinds = many.stream()
                .collect(Collectors.groupingBy(
                        one -> one.by() + " | " + brief(one.sql()), TreeMap::new, Collectors.toList()));
        page.append("| by | statement | times | ms |\n|---|---|---|---|\n");
        kinds.entrySet().stream()
                .sorted(Comparator.comparingDouble(kind -> -millis(kind.getValue())))
                .forEach(kind -> page.append("| %s | %.1f | %.2f |%n"
                        .formatted(kind.getKey(), (double) kind.getValue().size() / CASES, millis(kind.getValue()))));
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

    private static double millis(List<WatchedPool.Sent> sent) {
        return sent.stream().mapToDouble(WatchedPool.Sent::millis).sum() / CASES;
    }

    private static String brief(String sql) {
        return sql.length() > 90 ? sql.substring(0, 90) : sql;
    }
}
