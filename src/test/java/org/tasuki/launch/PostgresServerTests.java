package org.tasuki.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class PostgresServerTests {

    @TempDir
    private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // started before each test
    private PostgresServer server;

    @BeforeEach
    void start() throws IOException {
        server = PostgresServer.keptIn(folder, TestDatabase.programs(), DatabaseAccounts.keptIn(folder));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatWasCommittedIsThereAfterTheNextStart() throws IOException {
        superuser().sql("create table kept as select 42 as answer").update();
        server.close();
        start();
        assertThat(answers()).containsExactly(42);
    }

    @Test
    void aServerThatAKilledTasukiLeftBehindIsStoppedAndItsDataAreKept() throws IOException {
        superuser().sql("create table kept as select 42 as answer").update();
        PostgresServer left = server;
        start();
        assertThat(answers()).containsExactly(42);
        assertThatThrownBy(() -> JdbcClient.create(left.asSuperuser("postgres"))
                        .sql("select 1")
                        .query()
                        .singleValue())
                .hasStackTraceContaining("refused");
    }

    @Test
    void anInterruptedFirstStartIsRepeated() throws IOException {
        server.close();
        Files.move(folder.resolve("postgres"), folder.resolve("postgres.new"));
        start();
        assertThat(folder.resolve("postgres/PG_VERSION")).hasContent("18");
        assertThat(folder.resolve("postgres.new")).doesNotExist();
    }

    @Test
    void commitsReachTheDiskAndStrangersDoNotReachTheServer() throws IOException {
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        assertThat(setting("listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(setting("unix_socket_directories")).isEmpty();
        assertThat(superuser()
                        .sql("select distinct auth_method from pg_hba_file_rules")
                        .query(String.class)
                        .list())
                .containsExactly("scram-sha-256");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("database-accounts.properties"))))
                .isEqualTo("rw-------");
    }

    private JdbcClient superuser() {
        return JdbcClient.create(server.asSuperuser("postgres"));
    }

    private List<Integer> answers() {
        return superuser().sql("table kept").query(Integer.class).list();
    }

    private String setting(String name) {
        return superuser().sql("show " + name).query(String.class).single();
    }
}
