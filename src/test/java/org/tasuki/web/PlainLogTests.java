package org.tasuki.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.tasuki.TasukiTest;

/** The demo office's log is for people to read: whatever somebody sends, a line in it is one that the house wrote. */
@TasukiTest
@ExtendWith(OutputCaptureExtension.class)
class PlainLogTests {

    private static final Logger LOG = LoggerFactory.getLogger(PlainLogTests.class);
    private static final String FORGED = "2026-11-25 09:00:00.000+09:00 INFO  Forged - signed in as director";

    @Test
    void lineBreaksInAMessageMakeNoLine(CapturedOutput said) {
        for (String end : List.of("\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029")) {
            LOG.warn("typed: {}", "a" + end + FORGED);
        }
        assertThat(said.getOut().split("\\R"))
                .filteredOn(line -> line.contains("Forged"))
                .hasSize(6)
                .allMatch(line -> line.contains("WARN  PlainLogTests - typed: a?"));
    }

    @Test
    void controlCharactersAndTurnedWritingAreShownAsQuestionMarks(CapturedOutput said) {
        LOG.warn("typed: {}", "a\u0000b\u001b[31mc\u202ed\u2066e\u200ff\tg 襷");
        assertThat(said.getOut()).contains("typed: a?b?[31mc?d?e?f\tg 襷").doesNotContain("\u001b", "\u202e", "\u0000");
    }

    @Test
    void aStackTraceIsThereOnceAndSoMarkedThatNoLineOfItCanPassForAnother(CapturedOutput said) {
        LOG.warn("failed", new IllegalStateException("typed\n" + FORGED + "\u001b[31m"));
        List<String> lines = said.getOut().lines().toList();
        assertThat(lines)
                .filteredOn(line -> line.contains("Forged"))
                .hasSize(1)
                .allMatch(line -> line.startsWith("    | 2026"));
        assertThat(lines)
                .filteredOn(line -> line.contains("IllegalStateException: typed"))
                .hasSize(1);
        assertThat(lines)
                .filteredOn(line -> line.contains("at org.tasuki.web.PlainLogTests"))
                .hasSizeGreaterThan(0)
                .allMatch(line -> line.startsWith("    | "));
        assertThat(said.getOut()).doesNotContain("\u001b");
    }
}
