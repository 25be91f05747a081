package org.tasuki.launch;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL that keeps what was committed, as an office's does: what is measured on it pays for its disk. */
public final class DurableServer implements AutoCloseable {

    private final PostgresServer server;
    private final DataFolder folder;

    private DurableServer(PostgresServer server, DataFolder folder) {
        this.server = server;
        this.folder = folder;
    }

    public static DurableServer in(Path place) {
        try {
            FileSystemUtils.deleteRecursively(place);
            DataFolder folder = DataFolder.open(Files.createDirectories(place));
            Path programs =
                    Files.createDirectories(Path.of("target", "test-postgres").toAbsolutePath());
            PostgresServer server =
                    PostgresServer.keptIn(folder.path(), programs, DatabaseAccounts.keptIn(folder.path()));
            TwoAccounts.prepareRoles(server);
            return new DurableServer(server, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A database of the house: its owner migrates, the application works under row-level security. */
    public House house(String database) {
        return new House(TwoAccounts.onDatabase(server, database), server, database);
    }

    /** An empty database of an engine alone, with as many connections as the house has. */
    public HikariDataSource bare(String database, int connections) {
        house(database);
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(server.url(database));
        pool.setUsername(DatabaseAccounts.OWNER);
        pool.setPassword(server.accounts().owner());
        pool.setMaximumPoolSize(connections);
        pool.setPoolName(database);
        return new HikariDataSource(pool);
    }

    public JdbcClient asSuperuser(String database) {
        return JdbcClient.create(server.asSuperuser(database));
    }

    /** What PostgreSQL does by itself a minute after much was written: from then on its plans know how large the tables are. */
    public void settle(String database) {
        asSuperuser(database).sql("vacuum analyze").update();
    }

    /** @param database its name */
    public record House(TwoAccounts accounts, PostgresServer server, String database) {

        public JdbcConnectionDetails pool() {
            return accounts.forPool();
        }

        public FlywayConnectionDetails flyway() {
            return accounts.forFlyway();
        }

        /** For a process of its own, as an office would name them. */
        public Map<String, String> environment(String secretKey) {
            return Map.of(
                    "SPRING_DATASOURCE_URL",
                    server.url(database),
                    "SPRING_DATASOURCE_USERNAME",
                    DatabaseAccounts.OWNER,
                    "SPRING_DATASOURCE_PASSWORD",
                    server.accounts().owner(),
                    "TASUKI_SECRET_KEY",
                    secretKey);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            folder.close();
            FileSystemUtils.deleteRecursively(folder.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
