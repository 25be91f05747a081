package org.tasuki.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The table of a run, on the terminal and in {@code target/bench/results.json}, written anew after each row. */
final class Results {

    private static final Path FILE = Path.of("target", "bench", "results.json");

    private final List<Row> rows = new ArrayList<>();

    void add(Row row) {
        rows.add(row);
        System.out.printf(
                "%-18s %,10d %3d threads   ours %,12.2f   %-24s %,12.2f   ratio %6.2f   %s%n",
                row.name(), row.size(), row.threads(), row.ours(), row.peerName(), row.peer(), row.ratio(), row.unit());
        write();
    }

    private void write() {
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(
                    FILE,
                    JsonMapper.builder()
                            .build()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(Map.of("machine", machine(), "rows", rows)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What somebody needs to know to compare two tables; nothing that names the machine. */
    private static String machine() {
        return "%d processors, %d MiB heap, Java %s, %s %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.getRuntime().maxMemory() >> 20,
                        Runtime.version().feature(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"));
    }
}
