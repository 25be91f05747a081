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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tasuki.launch.DurableServer;

/** Writes {@code target/bench/statements.md}: each statement of one small case, who sends it, and how long it takes. */
final class WhereStatementsComeFrom {

    /** What one statement takes is little: told of so many cases, it says something. */
    private static final int CASES = 200;

    private WhereStatementsComeFrom() {}

    static void measure(DurableServer server, Results results) {
        DurableServer.House house = server.house("statements");
        server.asSuperuser("statements")
                .sql("alter database statements set track_functions = 'all'")
                .update();
        try (BenchOffice office = BenchOffice.open(house, "flowable.async-executor-activate=false")) {
            SmallCase ours = new TasukiCase(office);
            Rounds.perSecond(4, CaseThroughput.OPEN, ours::begin);
            Rounds.perSecond(4, Integer.getInteger("cases", 600), ours::run);
            server.settle("statements");
            for (int warm = 0; warm < 100; warm++) {
                ours.run();
            }
            WatchedPool pool = office.get(WatchedPool.class);
            JdbcClient superuser = server.asSuperuser("statements");
            superuser.sql("select pg_stat_reset()").query().listOfRows();
            List<WatchedPool.Sent> many = new ArrayList<>();
            for (int watched = 0; watched < CASES; watched++) {
                many.addAll(pool.during(ours::run));
            }
            write(many, functions(superuser), pool.during(ours::run));
        }
    }

    /** What the database's own functions took of it, row-level security and triggers among them. */
    private static String functions(JdbcClient superuser) {
        return "\n| function | times | ms, of it its own |\n|---|---|---|\n"
                + superuser
                        .sql(
                                "select funcname, calls, total_time, self_time from pg_stat_user_functions order by self_time desc")
                        .query((row, index) -> "| %s | %.1f | %.2f, %.2f |%n"
                                .formatted(
                                        row.getString("funcname"),
                                        row.getDouble("calls") / CASES,
                                        row.getDouble("total_time") / CASES,
                                        row.getDouble("self_time") / CASES))
                        .list()
                        .stream()
                        .collect(Collectors.joining());
    }

    private static void write(List<WatchedPool.Sent> many, String functions, List<WatchedPool.Sent> sent) {
        StringBuilder page =
                new StringBuilder("# One small case: %d statements, %.1f ms in the database (mean of %d)%n%n"
                        .formatted(sent.size(), millis(many), CASES));
        Map<String, List<WatchedPool.Sent>> kinds = many.stream()
                .collect(Collectors.groupingBy(
                        one -> one.by() + " | " + brief(one.sql()), TreeMap::new, Collectors.toList()));
        page.append("| by | statement | times | ms |\n|---|---|---|---|\n");
        kinds.entrySet().stream()
                .sorted(Comparator.comparingDouble(kind -> -millis(kind.getValue())))
                .forEach(kind -> page.append("| %s | %.1f | %.2f |%n"
                        .formatted(kind.getKey(), (double) kind.getValue().size() / CASES, millis(kind.getValue()))));
        page.append(functions);
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
