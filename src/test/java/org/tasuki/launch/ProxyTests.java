package org.tasuki.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tasuki.secrecy.MasterKey;

/**
 * Production behind its proxy: which of two neighbours is believed about where a request comes from. Whoever is counted by
 * their own address shows it by how soon they must wait. Linux answers on all of 127.0.0.0/8, so that one machine has two neighbours.
 */
@EnabledOnOs(OS.LINUX)
class ProxyTests {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");
    private static final String PROXY = "127.0.0.2";
    private static final String ANYBODY = "127.0.0.1";
    private static final int AT_ONCE = 3;

    @TempDir
    private static Path folder = Path.of("");

    private static Started office;
    private static int port;

    @BeforeAll
    static void open() throws IOException {
        TestDatabase database = TestDatabase.fresh();
        database.asSuperuser()
                .sql("create role proxied login superuser password 'proxied'")
                .update();
        Map<String, String> settings = new HashMap<>();
        settings.put("SPRING_DATASOURCE_URL", database.url());
        settings.put("SPRING_DATASOURCE_USERNAME", "proxied");
        settings.put("SPRING_DATASOURCE_PASSWORD", "proxied");
        settings.put("TASUKI_SECRET_KEY", MasterKey.generate());
        settings.put("TASUKI_PROXY", "127\\.0\\.0\\.2");
        office = Started.with(
                        folder,
                        settings,
                        "--spring.profiles.active=prod",
                        "--server.port=0",
                        "--tasuki.limits.address.at-once=" + AT_ONCE,
                        "--tasuki.limits.address.a-minute=1",
                        "--logging.level.root=info")
                .untilReady();
        port = URI.create(office.says(ADDRESS)).getPort();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void whoIsNotTheProxyIsCountedAsWhatItIsWhateverItSays() throws IOException {
        for (int i = 0; i < AT_ONCE; i++) {
            assertThat(asks(ANYBODY, "X-Forwarded-For: 198.51.100." + i)).startsWith("HTTP/1.1 200");
        }
        assertThat(asks(ANYBODY, "X-Forwarded-For: 198.51.100.99"))
                .startsWith("HTTP/1.1 429")
                .contains("Retry-After: ");
    }

    @Test
    void theProxyIsBelievedForEachOfThoseBehindIt() throws IOException {
        for (int i = 0; i < 3 * AT_ONCE; i++) {
            assertThat(asks(PROXY, "X-Forwarded-For: 203.0.113." + i)).startsWith("HTTP/1.1 200");
        }
        for (int i = 0; i < AT_ONCE; i++) {
            assertThat(asks(PROXY, "X-Forwarded-For: 203.0.113.77")).startsWith("HTTP/1.1 200");
        }
        assertThat(asks(PROXY, "X-Forwarded-For: 203.0.113.77")).startsWith("HTTP/1.1 429");
    }

    /** A proxy that passes on what it was sent, and adds what it saw: only what it saw counts. */
    @Test
    void whatADeskSaysOfItselfIsNotBelievedThroughTheProxyEither() throws IOException {
        for (int i = 0; i < AT_ONCE; i++) {
            assertThat(asks(PROXY, "X-Forwarded-For: 192.0.2." + i + ", 203.0.113.88"))
                    .startsWith("HTTP/1.1 200");
        }
        assertThat(asks(PROXY, "X-Forwarded-For: 192.0.2.99, 203.0.113.88")).startsWith("HTTP/1.1 429");
    }

    @Test
    void theBrowserIsToldToStayWithHttpsWhereTheProxySpeaksIt() throws IOException {
        assertThat(asks(PROXY, "X-Forwarded-For: 203.0.113.91\r\nX-Forwarded-Proto: https"))
                .contains("Strict-Transport-Security: max-age=31536000 ; includeSubDomains")
                .containsPattern("Set-Cookie: __Host-TASUKI=[^\r]*; Secure");
        assertThat(asks(PROXY, "X-Forwarded-For: 203.0.113.92")).doesNotContain("Strict-Transport-Security");
        assertThat(asks("127.0.0.3", "X-Forwarded-Proto: https")).doesNotContain("Strict-Transport-Security");
    }

    @Test
    void theLogIsOneJsonObjectALine() {
        assertThat(office.output().lines().filter(line -> line.startsWith("{")))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("}") && line.contains("\"@timestamp\""));
        assertThat(office.output()).doesNotContainPattern("(?m)^\\d{4}-\\d{2}-\\d{2}");
    }

    /** The whole answer, head and page. */
    private static String asks(String from, String headers) throws IOException {
        try (Socket wire = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0)) {
            wire.getOutputStream()
                    .write(("GET /sign-in HTTP/1.1\r\nHost: office\r\nAccept: text/html\r\nConnection: close\r\n"
                                    + headers + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(wire.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
