package org.tasuki.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import org.tasuki.secrecy.MasterKey;

/**
 * An empty database for one test or one application context, on a PostgreSQL that the whole test run shares. It has the
 * two accounts of the real thing: the owner (Flyway) and the application (the pool, under row-level security).
 */
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TwoAccounts accounts;

    private TestDatabase(TwoAccounts accounts) {
        this.accounts = accounts;
    }

    /** A new and empty database; nothing is migrated yet. */
    public static TestDatabase fresh() {
        return new TestDatabase(TwoAccounts.onDatabase(Shared.SERVER, "test_" + COUNT.incrementAndGet()));
    }

    public String url() {
        return accounts.forPool().getJdbcUrl();
    }

    /** The application's account, without a pool: what row-level security leaves visible. */
    public DataSource app() {
        return as(DatabaseAccounts.APP, Shared.SERVER.accounts().app());
    }

    /** The owner's account, for looking behind row-level security and for migrating by hand. */
    public DataSource owner() {
        return as(DatabaseAccounts.OWNER, Shared.SERVER.accounts().owner());
    }

    public JdbcClient asApp() {
        return JdbcClient.create(app());
    }

    public JdbcClient asOwner() {
        return JdbcClient.create(owner());
    }

    /** The server's superuser, whom even forced row-level security does not bind. */
    public JdbcClient asSuperuser() {
        return JdbcClient.create(Shared.SERVER.asSuperuser(accounts.database()));
    }

    /** The same, at another database: from there, this one can be sent away. */
    public JdbcClient asSuperuser(String elsewhere) {
        return JdbcClient.create(Shared.SERVER.asSuperuser(elsewhere));
    }

    private DataSource as(String user, String password) {
        return Shared.SERVER.as(user, password, accounts.database());
    }

    /** Where the test run keeps PostgreSQL's programs, unpacked once. */
    static Path programs() throws IOException {
        return Files.createDirectories(Path.of("target", "test-postgres").toAbsolutePath());
    }

    /** Gives an application context a database of its own; see {@link org.tasuki.TasukiTest}. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class InContext {

        @Bean
        TestDatabase testDatabase() {
            return TestDatabase.fresh();
        }

        @Bean
        MasterKey masterKey() {
            return MasterKey.of(MasterKey.generate()).orElseThrow();
        }

        @Bean
        JdbcConnectionDetails jdbcConnectionDetails(TestDatabase database) {
            return database.accounts.forPool();
        }

        @Bean
        FlywayConnectionDetails flywayConnectionDetails(TestDatabase database) {
            return database.accounts.forFlyway();
        }
    }

    /** Started by the first test that needs it; stopped after the last application context is closed. */
    private static final class Shared {

        static final PostgresServer SERVER = start();

        private static PostgresServer start() {
            try {
                Path all = Files.createDirectories(
                        Path.of("target", "test-postgres").toAbsolutePath());
                sweep(all);
                DataFolder folder = DataFolder.open(
                        all.resolve("run-" + ProcessHandle.current().pid()));
                PostgresServer server =
                        PostgresServer.fleetingIn(folder.path(), all, DatabaseAccounts.keptIn(folder.path()));
                TwoAccounts.prepareRoles(server);
                SpringApplication.getShutdownHandlers().add(() -> stop(server, folder));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(PostgresServer server, DataFolder folder) {
            try {
                server.close();
                folder.close();
                FileSystemUtils.deleteRecursively(folder.path());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** What killed test runs left behind; the folder of a run that goes on is locked, and stays. */
        private static void sweep(Path all) throws IOException {
            try (Stream<Path> entries = Files.list(all)) {
                List<Path> runs = entries.filter(
                                entry -> entry.getFileName().toString().startsWith("run-"))
                        .toList();
                for (Path run : runs) {
                    sweepOne(run);
                }
            }
        }

        private static void sweepOne(Path run) throws IOException {
            try (DataFolder abandoned = DataFolder.open(run)) {
                FileSystemUtils.deleteRecursively(abandoned.path());
            } catch (StartRefused inUse) {
                return;
            }
        }
    }
}
