package org.tasuki.launch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Production's log, in the format that its settings name: what somebody sent stays inside its line. */
class StructuredLogTest {

    private static final String HOSTILE =
            "typed\n{\"@timestamp\":\"2026\",\"message\":\"signed in\"}\r\u2028\u0000\u202e\"";

    @Test
    void aHostileValueMakesNoLineAndComesBackAsItWas() throws IOException {
        LoggerContext logs = new LoggerContext();
        logs.putObject(Environment.class.getName(), new MockEnvironment());
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setContext(logs);
        encoder.setFormat(format());
        encoder.start();
        LoggingEvent event = new LoggingEvent(
                "test",
                logs.getLogger("org.tasuki.Test"),
                Level.WARN,
                "{}",
                new IllegalStateException(HOSTILE),
                new Object[] {HOSTILE});
        event.setMDCPropertyMap(Map.of());
        String line = new String(encoder.encode(event), StandardCharsets.UTF_8);
        assertThat(line.strip())
                .doesNotContain("\n", "\r", "\u0000")
                .startsWith("{")
                .endsWith("}");
        JsonNode read = JsonMapper.shared().readTree(line);
        assertThat(read.path("message").asString()).isEqualTo(HOSTILE);
        assertThat(read.path("error").path("message").asString()).isEqualTo(HOSTILE);
    }

    private static String format() throws IOException {
        Object set = new YamlPropertySourceLoader()
                .load("prod", new ClassPathResource("application-prod.yaml"))
                .get(0)
                .getProperty("logging.structured.format.console");
        return String.valueOf(set);
    }
}
