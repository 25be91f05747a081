package org.tasuki.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.tasuki.deadlines.DeadlineRules;

/** A start that fails on a file of rules says so in a line a language, whatever Spring has wrapped it in. */
class StartFailuresTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aRuleFileWithAnUnknownClockIsNamedWithItsRule() throws IOException {
        Throwable failure = start(ruleFile(folder, "moon-phases"));
        assertThat(lines(failure))
                .hasSize(2)
                .allMatch(
                        line -> line.contains("deadlines.yaml, rule safety: unknown clock \"moon-phases\"; use one of"))
                .anyMatch(line -> line.startsWith("規則のファイルに誤りがあるため"))
                .anyMatch(line -> line.startsWith("A file of rules is faulty"));
    }

    @Test
    void whatIsNoYamlIsSaidInOneLineToo() throws IOException {
        Throwable failure = start(Files.writeString(folder.resolve("broken.yaml"), "rules: [\n - id: 'x\n"));
        assertThat(lines(failure)).hasSize(2).allMatch(line -> line.contains("not readable as YAML"));
    }

    private static Stream<String> lines(Throwable failure) {
        Throwable refusal = Objects.requireNonNull(StartFailures.refusal(failure));
        return Objects.requireNonNull(refusal.getMessage()).lines();
    }

    private static Throwable start(Path rules) {
        return catchThrowable(() -> new SpringApplicationBuilder(DeadlineRules.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "tasuki.deadlines.rules",
                        rules.toUri().toString(),
                        "spring.main.banner-mode",
                        "off",
                        "spring.config.location",
                        "optional:classpath:/nothing.yaml"))
                .run()
                .close());
    }

    static Path ruleFile(Path folder, String clock) throws IOException {
        return Files.writeString(
                folder.resolve("rules.yaml"),
                """
                rules:
                  - id: safety
                    label: { ja: 安全確認, en: Safety }
                    limit: 48
                    clock: %s
                    starts: acceptance
                    stops: task
                    warnings: [PT12H]
                    ladder: [{ to: supervisor, after: PT0S }]
                    source: { ja: 運営指針, en: Guideline }
                    mark: H
                    effectiveFrom: 2020-04-01
                """
                        .formatted(clock));
    }
}
