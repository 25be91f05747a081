package org.tasuki.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.tasuki.secrecy.MasterKey;

/** Each refusal is one line a language and exit code 1, without a stack trace. */
class RefusedStartTests {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aPortThatIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refused("in use by another program", Map.of(), "--server.port=" + taken.getLocalPort());
        }
    }

    @Test
    void aDataFolderThatAnotherTasukiHolds() throws Exception {
        try (DataFolder held = DataFolder.open(folder.resolve("var"))) {
            refused("The data folder " + held.path() + " is in use", Map.of(), "--server.port=0");
        }
    }

    @Test
    void aDataFolderThatCannotBeWritten() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        refused("cannot be written", Map.of("TASUKI_DATA", file.toString()), "--server.port=0");
    }

    @Test
    void theDemoOnAPublicAddress() throws Exception {
        refused("does not listen on 0.0.0.0", Map.of(), "--server.address=0.0.0.0", "--server.port=0");
        refused("does not listen on 0.0.0.0", Map.of("SERVER_ADDRESS", "0.0.0.0"), "serve", "--server.port=0");
    }

    @Test
    void theDemoOnARealDatabase() throws Exception {
        refused("exclude each other", Map.of(), "--spring.profiles.active=prod,demo", "--server.port=0");
    }

    @Test
    void aRuleFileWithAnUnknownClock() throws Exception {
        Path rules = StartFailuresTest.ruleFile(folder, "moon-phases");
        refused(
                "deadlines.yaml, rule safety: unknown clock \"moon-phases\"",
                Map.of(),
                "--tasuki.deadlines.rules=" + rules.toUri(),
                "--server.port=0");
    }

    @Test
    void productionWithoutADatabase() throws Exception {
        refused("SPRING_DATASOURCE_URL", Map.of(), "--spring.profiles.active=prod", "--server.port=0");
    }

    @Test
    void productionWithoutASecretKey() throws Exception {
        String url = TestDatabase.fresh().url();
        secretKey("There is no secret key", url, Map.of());
        secretKey("TASUKI_SECRET_KEY does not hold a secret key", url, Map.of("TASUKI_SECRET_KEY", "c2hvcnQ="));
        Path nothing = folder.resolve("nothing");
        secretKey("nothing does not hold", url, Map.of("TASUKI_SECRECY_KEY_FILE", nothing.toString()));
    }

    @Test
    void productionWithTheSecretKeyOfAnotherDatabase() throws Exception {
        TestDatabase database = TestDatabase.fresh();
        database.asSuperuser()
                .sql("create role keeper login superuser password 'keeper'")
                .update();
        var settings = new HashMap<String, String>();
        settings.put("SPRING_DATASOURCE_URL", database.url());
        settings.put("SPRING_DATASOURCE_USERNAME", "keeper");
        settings.put("SPRING_DATASOURCE_PASSWORD", "keeper");
        settings.put("TASUKI_SECRET_KEY", MasterKey.generate());
        settings.put("TASUKI_AUDIT_KEY", folder.resolve("audit-key.pem").toString());
        try (Started office = Started.with(folder, settings, "--spring.profiles.active=prod", "--server.port=0")) {
            office.untilReady();
        }
        String another = MasterKey.generate();
        settings.put("TASUKI_SECRET_KEY", another);
        String said = refused("is not this database's", settings, "--spring.profiles.active=prod", "--server.port=0");
        assertThat(said).doesNotContain(another);
    }

    private void secretKey(String reason, String url, Map<String, String> key) throws Exception {
        var settings = new HashMap<>(key);
        settings.put("SPRING_DATASOURCE_URL", url);
        String said = refused(reason, settings, "--spring.profiles.active=prod", "--server.port=0");
        assertThat(said).contains("openssl rand -base64 32").doesNotContain("c2hvcnQ=");
    }

    @Test
    void productionWhoseSecretKeyOthersCanRead() throws Exception {
        Path key = Files.writeString(folder.resolve("key"), MasterKey.generate());
        assumeTrue(key.getFileSystem().supportedFileAttributeViews().contains("posix"));
        var settings =
                Map.of("SPRING_DATASOURCE_URL", TestDatabase.fresh().url(), "TASUKI_SECRECY_KEY_FILE", key.toString());
        for (String open : List.of("rw-r--r--", "rw--w----", "rw----r--")) {
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(open));
            refused("chmod 600", settings, "--spring.profiles.active=prod", "--server.port=0");
        }
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("r--r-----"));
        // Past the key, the next thing that is missing is a password.
        refused("cannot be reached", settings, "--spring.profiles.active=prod", "--server.port=0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example/tasuki",
                "jdbc:postgresql://db.example/tasuki?sslmode=require",
                "jdbc:postgresql://db.example/tasuki?sslmode=verify-ca",
                "jdbc:postgresql://db.example/tasuki?sslmode=verify-full&sslfactory=org.postgresql.ssl.NonValidatingFactory",
                "jdbc:postgresql://127.0.0.1,db.example/tasuki",
                "jdbc:postgresql://127.0.0.1.example/tasuki"
            })
    void productionWhoseDatabaseCouldBeReadAlong(String url) {
        MockEnvironment settings = new MockEnvironment().withProperty("spring.datasource.url", url);
        assertThatThrownBy(() -> ExternalDatabase.in(settings))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("sslmode=verify-full")
                .hasMessageContaining("暗号化されず");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example/tasuki?sslmode=verify-full&sslrootcert=/etc/tasuki/ca.pem",
                "jdbc:postgresql://127.0.0.1:5433/tasuki",
                "jdbc:postgresql://localhost/tasuki",
                "jdbc:postgresql://[::1]/tasuki",
                "jdbc:postgresql:tasuki"
            })
    void productionWhoseDatabaseCannot(String url) {
        MockEnvironment settings = new MockEnvironment().withProperty("spring.datasource.url", url);
        assertThat(ExternalDatabase.in(settings).url()).isEqualTo(url);
    }

    @Test
    void productionWhoseDatabaseIsAcrossAnUnprotectedNetwork() throws Exception {
        production("sslmode=verify-full", "jdbc:postgresql://db.example/tasuki");
    }

    @Test
    void productionWhoseDatabaseIsDown() throws Exception {
        production("cannot be reached", "jdbc:postgresql://127.0.0.1:1/tasuki");
    }

    @Test
    void productionWithAWrongPassword() throws Exception {
        production("refused the account somebody", TestDatabase.fresh().url());
    }

    @Test
    void productionWhoseAccountMayNotMakeTables() throws Exception {
        TestDatabase database = TestDatabase.fresh();
        database.asSuperuser().sql("create role clerk login password 'clerk'").update();
        var settings = Map.of(
                "SPRING_DATASOURCE_URL",
                database.url(),
                "SPRING_DATASOURCE_USERNAME",
                "clerk",
                "SPRING_DATASOURCE_PASSWORD",
                "clerk",
                "TASUKI_SECRET_KEY",
                MasterKey.generate());
        refused("must own the database", settings, "--spring.profiles.active=prod", "--server.port=0");
    }

    private void production(String reason, String url) throws Exception {
        var settings = new HashMap<String, String>();
        settings.put("SPRING_DATASOURCE_URL", url);
        settings.put("SPRING_DATASOURCE_USERNAME", "somebody");
        settings.put("SPRING_DATASOURCE_PASSWORD", "wrong-password");
        settings.put("TASUKI_SECRET_KEY", MasterKey.generate());
        String said = refused(reason, settings, "--spring.profiles.active=prod", "--server.port=0");
        assertThat(said).doesNotContain("wrong-password");
    }

    private String refused(String reason, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        try (Started tasuki = Started.with(folder, environment, arguments)) {
            assertThat(tasuki.exitCode()).isEqualTo(1);
            assertThat(tasuki.output().lines()).hasSize(2).last().asString().contains(reason);
            return tasuki.output();
        }
    }
}
