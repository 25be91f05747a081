package org.tasuki.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.tasuki.secrecy.MasterKey;

class OfficeStartTests {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");
    private static final Pattern SETUP = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/setup");
    private static final Pattern CODE = Pattern.compile("\\b[0-9a-hjkmnp-tv-z]{4}(?:-[0-9a-hjkmnp-tv-z]{4}){5}\\b");
    private static final String PASSWORD = "a long enough password";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theDemoOfficeReportsItsAddressAndComesBackWholeAfterBeingKilled() throws Exception {
        try (Started office = demo()) {
            assertThat(office.output()).contains("tasuki-demo", "reception officer officer2", "started in", "/var");
            // Start to ready, for the log of the test run: an empty office, its tables still to be made.
            office.output().lines().filter(line -> line.contains("started in")).forEach(System.out::println);
            assertThat(health(office)).isEqualTo(200);
            superuser().sql("create table kept as select 42 as answer").update();
            office.kill();
            office.exitCode();
        }
        try (Started again = demo()) {
            assertThat(superuser().sql("table kept").query(Integer.class).single())
                    .isEqualTo(42);
            assertThat(verify()).as("in use").isEqualTo(2);
            again.stop();
            again.exitCode();
            assertThat(folder.resolve("var/postgres/postmaster.pid")).doesNotExist();
        }
        assertThat(verify()).isZero();
        assertThat(inboxCheck()).isZero();
        tamper();
        assertThat(verify()).isEqualTo(1);
    }

    private int verify() throws Exception {
        try (Started check = Started.with(folder, Map.of(), "audit", "verify")) {
            return check.exitCode();
        }
    }

    private int inboxCheck() throws Exception {
        try (Started check = Started.with(folder, Map.of(), "inbox", "check")) {
            return check.exitCode();
        }
    }

    /** Whoever has the folder has the database's passwords. */
    private void tamper() throws IOException {
        Path data = folder.resolve("var");
        try (PostgresServer server = PostgresServer.keptIn(data, data, DatabaseAccounts.keptIn(data))) {
            JdbcClient.create(server.asSuperuser("tasuki"))
                    .sql("update audit_entry set act = 'nothing' where id = (select min(id) from audit_entry)")
                    .update();
        }
    }

    /** The administrator of the database made an account and a database for it, and nothing else. */
    @Test
    void productionWorksOnADatabaseThatSomebodyElseRuns() throws Exception {
        try (PostgresServer external =
                PostgresServer.fleetingIn(folder, TestDatabase.programs(), DatabaseAccounts.keptIn(folder))) {
            String key = MasterKey.generate();
            Map<String, String> settings = settings(external, key);
            try (Started office = Started.with(folder, settings, "--spring.profiles.active=prod", "--server.port=0")
                    .untilReady()) {
                assertThat(health(office)).isEqualTo(200);
                assertThat(office.output()).doesNotContain("tasuki-demo", "kept-quiet", key);
                assertThat(folder.resolve("var")).doesNotExist();
                try (Started rotation =
                        Started.with(folder, settings, "secrecy", "rotate", "--spring.profiles.active=prod")) {
                    assertThat(rotation.exitCode()).as(rotation.output()).isZero();
                    assertThat(rotation.output())
                            .contains(
                                    "Sealed anew: 0 answers, 0 drafts, 0 documents, 0 second factors; unreadable: 0.");
                }
                try (Started without =
                        Started.with(folder, settings, "secrecy", "rekey", "--spring.profiles.active=prod")) {
                    assertThat(without.exitCode()).isEqualTo(1);
                    assertThat(without.output()).contains("TASUKI_NEW_SECRET_KEY");
                }
                assertThat(JdbcClient.create(external.asSuperuser("tasuki"))
                                .sql("select max(version) from secret_keys")
                                .query(Integer.class)
                                .single())
                        .isEqualTo(2);
            }
            settings = rekeyed(settings, MasterKey.generate());
            try (Started check = Started.with(folder, settings, "audit", "verify", "--spring.profiles.active=prod")) {
                assertThat(check.exitCode()).isZero();
                assertThat(check.output())
                        .contains("-: ", "whole: ", "TASUKI_AUDIT_KEY")
                        .doesNotContain("kept-quiet");
            }
            assertThat(JdbcClient.create(external.asSuperuser("tasuki"))
                            .sql("select act from audit_entry where actor = 'system' and center is null order by id")
                            .query(String.class)
                            .list())
                    .containsExactly("key-rotated", "key-resealed", "outer-key-replaced", "trail-verified");
        }
    }

    /** From now on every command needs the new key. */
    private Map<String, String> rekeyed(Map<String, String> settings, String key) throws Exception {
        var next = new HashMap<>(settings);
        next.put("TASUKI_NEW_SECRET_KEY", key);
        try (Started replacing = Started.with(folder, next, "secrecy", "rekey", "--spring.profiles.active=prod")) {
            assertThat(replacing.exitCode()).as(replacing.output()).isZero();
            assertThat(replacing.output()).contains("2 versions of data keys").doesNotContain(key);
        }
        var renewed = new HashMap<>(settings);
        renewed.put("TASUKI_SECRET_KEY", key);
        return renewed;
    }

    /** The server is started anew, and nobody notices; and what says so goes over HTTPS only. */
    @Test
    void whoIsSignedInStaysSoOverARestartOfProduction() throws Exception {
        try (PostgresServer external =
                PostgresServer.fleetingIn(folder, TestDatabase.programs(), DatabaseAccounts.keptIn(folder))) {
            Map<String, String> settings = settings(external, MasterKey.generate());
            HandyBrowser browser = new HandyBrowser();
            try (Started office = production(settings)) {
                setUp(browser, office.says(SETUP), office.says(CODE));
                String sent = office.says(ADDRESS) + "sign-in";
                browser.opens(sent);
                assertThat(browser.sends(sent, Map.of("username", "admin", "password", PASSWORD))
                                .headers()
                                .firstValue("Location"))
                        .hasValueSatisfying(way -> assertThat(way).doesNotContain("failed"));
                // Nothing else opens before there is a second factor.
                assertThat(browser.opens(office.says(ADDRESS) + "accounts").statusCode())
                        .isEqualTo(302);
                assertThat(browser.opens(office.says(ADDRESS) + "account/factors")
                                .statusCode())
                        .isEqualTo(200);
                assertThat(browser.setCookies())
                        .allSatisfy(cookie -> assertThat(cookie)
                                .startsWith("__Host-")
                                .contains("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/")
                                .doesNotContain("Domain"))
                        .anySatisfy(cookie -> assertThat(cookie).startsWith("__Host-TASUKI="))
                        .anySatisfy(cookie -> assertThat(cookie).startsWith("__Host-tasuki-language=en"));
                office.stop();
                office.exitCode();
            }
            try (Started again = production(settings)) {
                HttpResponse<String> page = browser.opens(again.says(ADDRESS) + "account/factors");
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.body()).contains("/account/factors");
                leaves(browser, again.says(ADDRESS));
            }
        }
    }

    /** The browser forgets what it keeps of the office, but for the language; the sign-in page does not ask for anything anew. */
    private static void leaves(HandyBrowser browser, String office) throws Exception {
        HttpResponse<String> out = browser.sends(office + "sign-out", Map.of());
        assertThat(out.headers().firstValue("Location").orElse("")).endsWith("/sign-in?out");
        assertThat(out.headers().firstValue("Clear-Site-Data")).contains("\"storage\"");
        assertThat(out.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith("__Host-TASUKI=;").contains("Max-Age=0", "; Secure", "; Path=/"))
                .noneMatch(cookie -> cookie.contains("language"));
        HttpResponse<String> page = browser.opens(office + "sign-in?out");
        assertThat(page.body()).contains("You have signed out");
        assertThat(page.headers().firstValue("Clear-Site-Data")).isEmpty();
        assertThat(browser.opens(office + "account/factors").statusCode()).isEqualTo(302);
    }

    /** Whoever has not started the office does not know the code. */
    private static void setUp(HandyBrowser browser, String address, String code) throws Exception {
        browser.opens(address);
        HttpResponse<String> guessed = browser.sends(address, office("0000-0000-0000-0000-0000-0000"));
        assertThat(guessed.statusCode()).isEqualTo(422);
        assertThat(guessed.body()).contains("コードが違うか");
        assertThat(browser.sends(address, office(code.toUpperCase(Locale.ROOT).replace('-', ' ')))
                        .statusCode())
                .isEqualTo(302);
        assertThat(browser.opens(address).statusCode()).as("once").isEqualTo(404);
        browser.sends(address.replaceFirst("setup$", "language"), Map.of("language", "en", "back", "/"));
    }

    private static Map<String, String> office(String code) {
        Map<String, String> typed = new HashMap<>(Map.of(
                "centerJa", "試験児童相談所",
                "centerEn", "Center of the test",
                "key", "test",
                "prefix", "TE",
                "account", "admin",
                "ja", "管理 者",
                "en", "Admin",
                "password", PASSWORD));
        typed.put("code", code);
        return typed;
    }

    private Started production(Map<String, String> settings) throws IOException {
        return Started.with(folder, settings, "--spring.profiles.active=prod", "--server.port=0")
                .untilReady();
    }

    private static Map<String, String> settings(PostgresServer external, String key) {
        JdbcClient administrator = JdbcClient.create(external.asSuperuser("postgres"));
        administrator
                .sql("create role office login createrole password 'kept-quiet'")
                .update();
        administrator.sql("create database tasuki owner office").update();
        return Map.of(
                "TASUKI_SECRET_KEY",
                key,
                "SPRING_DATASOURCE_URL",
                external.url("tasuki"),
                "SPRING_DATASOURCE_USERNAME",
                "office",
                "SPRING_DATASOURCE_PASSWORD",
                "kept-quiet");
    }

    private Started demo() throws IOException {
        return Started.with(folder, Map.of(), "--server.port=0", "--demo.cases=0")
                .untilReady();
    }

    private static int health(Started office) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(office.says(ADDRESS) + "actuator/health"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** PostgreSQL writes its port into the fourth line of its pid file. */
    private JdbcClient superuser() throws IOException {
        String port = Files.readAllLines(folder.resolve("var/postgres/postmaster.pid"))
                .get(3);
        return JdbcClient.create(new DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:" + port + "/tasuki",
                DatabaseAccounts.SUPERUSER,
                DatabaseAccounts.keptIn(folder.resolve("var")).superuser()));
    }
}
