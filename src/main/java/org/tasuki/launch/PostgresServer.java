package org.tasuki.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.util.FileSystemUtils;
import org.tasuki.terms.Text;

/**
 * A PostgreSQL of our own in a data folder: passwords from the first moment, loopback only, its data kept.
 *
 * <p>It is started with {@code pg_ctl}, which puts it in a session of its own: Ctrl-C in the terminal reaches Tasuki and
 * not the database, so the engine can finish before its database goes. A keeper process stops it even when Tasuki is
 * killed.
 */
final class PostgresServer implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    /** Crash recovery after a power cut may take a while; a healthy start takes less than a second. */
    private static final String PATIENCE_SECONDS = "120";
    /** Signals of the terminal are not for the keeper; it ends when its input ends, that is, with Tasuki. */
    private static final String KEEPER =
            "trap '' INT TERM HUP; cat >/dev/null; exec \"$0\" stop -D \"$1\" -m fast -w -t 60";

    private final PostgresBinaries binaries;
    private final Path data;
    private final Path log;
    private final DatabaseAccounts accounts;
    private final int port;
    private @Nullable Process keeper;

    private PostgresServer(PostgresBinaries binaries, Path folder, DatabaseAccounts accounts, int port) {
        this.binaries = binaries;
        this.data = folder.resolve("postgres");
        this.log = folder.resolve("postgres.log");
        this.accounts = accounts;
        this.port = port;
    }

    /** The demo office's: what was committed is on the disk. */
    static PostgresServer keptIn(Path folder, Path programs, DatabaseAccounts accounts) {
        return start(folder, programs, accounts, Map.of("fsync", "on", "synchronous_commit", "on"));
    }

    /** For tests, whose data need not outlive them. */
    static PostgresServer fleetingIn(Path folder, Path programs, DatabaseAccounts accounts) {
        var hasty = Map.of(
                "fsync", "off", "synchronous_commit", "off", "full_page_writes", "off", "max_connections", "300");
        return start(folder, programs, accounts, hasty);
    }

    private static PostgresServer start(
            Path folder, Path programs, DatabaseAccounts accounts, Map<String, String> settings) {
        try {
            var server = new PostgresServer(PostgresBinaries.unpackedIn(programs), folder, accounts, freePort());
            server.initialize();
            server.stopOrphan();
            server.configure(settings);
            server.start();
            return server;
        } catch (IOException e) {
            throw failed(folder.resolve("postgres.log"), e);
        }
    }

    String url(String database) {
        return "jdbc:postgresql://" + HOST + ":" + port + "/" + database;
    }

    /** A single connection at a time, without a pool, for preparing roles and databases. */
    DataSource asSuperuser(String database) {
        return as(DatabaseAccounts.SUPERUSER, accounts.superuser(), database);
    }

    DataSource as(String user, String password, String database) {
        var source = new PGSimpleDataSource();
        source.setUrl(url(database));
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    DatabaseAccounts accounts() {
        return accounts;
    }

    @Override
    public void close() {
        try {
            if (keeper != null) {
                keeper.getOutputStream().close();
                keeper.waitFor();
            } else {
                stop();
            }
        } catch (IOException e) {
            throw failed(log, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Made beside its place and then moved there: an interrupted first start leaves nothing half made. */
    private void initialize() throws IOException {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        Path half = data.resolveSibling("postgres.new");
        Path password = data.resolveSibling("postgres.password");
        FileSystemUtils.deleteRecursively(half);
        PrivateFiles.write(password, accounts.superuser() + "\n");
        run("initdb", initOptions(half, password));
        Files.delete(password);
        Files.writeString(
                half.resolve("postgresql.conf"), "include_if_exists = 'tasuki.conf'\n", StandardOpenOption.APPEND);
        Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The order of names must not depend on the machine; trigrams need a character type that knows kana as letters. */
    private static String[] initOptions(Path target, Path password) {
        List<String> options = new ArrayList<>(
                List.of("-D", target.toString(), "-U", DatabaseAccounts.SUPERUSER, "--pwfile", password.toString()));
        options.addAll(List.of("--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C"));
        options.addAll(List.of("--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"));
        if (!PostgresBinaries.WINDOWS) {
            options.add("--lc-ctype=" + (System.getProperty("os.name").startsWith("Mac") ? "en_US.UTF-8" : "C.UTF-8"));
        }
        return options.toArray(String[]::new);
    }

    /** We hold the folder's lock, so a server that still runs on it was left behind by a Tasuki that was killed. */
    private void stopOrphan() throws IOException {
        if (Files.exists(data.resolve("postmaster.pid"))
                && run(false, "pg_ctl", "status", "-D", data.toString()) == 0) {
            stop();
        }
    }

    private void stop() throws IOException {
        run("pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "60");
    }

    /** Errors are logged without their details and statements: those would carry children's names. */
    private void configure(Map<String, String> settings) throws IOException {
        var all = new TreeMap<>(Map.of(
                "listen_addresses", HOST,
                "port", Integer.toString(port),
                "unix_socket_directories", "",
                "password_encryption", "scram-sha-256",
                "max_connections", "60",
                "log_error_verbosity", "terse",
                "log_min_error_statement", "panic",
                "log_min_messages", "warning",
                "timezone", "Asia/Tokyo"));
        all.putAll(settings);
        Files.writeString(
                data.resolve("tasuki.conf"),
                all.entrySet().stream()
                        .map(setting -> setting.getKey() + " = '" + setting.getValue() + "'\n")
                        .collect(Collectors.joining()));
    }

    private void start() throws IOException {
        run("pg_ctl", "start", "-D", data.toString(), "-l", log.toString(), "-w", "-t", PATIENCE_SECONDS);
        if (!PostgresBinaries.WINDOWS) {
            keeper = keeper();
        }
    }

    private Process keeper() throws IOException {
        List<String> command = binaries.command("pg_ctl", data.toString());
        int program = command.size() - 2;
        command.addAll(program, List.of("sh", "-c", KEEPER));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void run(String program, String... arguments) throws IOException {
        run(true, program, arguments);
    }

    /** Its output goes to the log file, not to a pipe: the server inherits it and would keep a pipe open for ever. */
    private int run(boolean mustSucceed, String program, String... arguments) throws IOException {
        Process process = new ProcessBuilder(binaries.command(program, arguments))
                .redirectErrorStream(true)
                .redirectOutput(
                        mustSucceed ? ProcessBuilder.Redirect.appendTo(log.toFile()) : ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        try {
            int code = process.waitFor();
            if (mustSucceed && code != 0) {
                throw new IOException(program + " ended with " + code);
            }
            return code;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }

    private static StartRefused failed(Path log, IOException cause) {
        return new StartRefused(
                new Text(
                        "内蔵の PostgreSQL を動かせません（%s）。詳しくは %s をご覧ください。".formatted(cause.getMessage(), log),
                        "The embedded PostgreSQL does not run (%s). See %s.".formatted(cause.getMessage(), log)),
                cause);
    }
}
