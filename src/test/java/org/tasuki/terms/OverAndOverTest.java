package org.tasuki.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class OverAndOverTest {

    private final Deque<Boolean> fails = new ArrayDeque<>();
    private final OverAndOver work = new OverAndOver("the lamp is lit", () -> {
        if (fails.pop()) {
            throw new IllegalStateException("the name of a child");
        }
    });

    @Test
    void aFailureIsSaidOnceAndItsEndOnce(CapturedOutput output) {
        runs(false, true, true, true, false, false, true);
        assertThat(said(output))
                .hasSize(3)
                .satisfiesExactly(
                        first -> assertThat(first).contains("does not happen for a while: the lamp is lit"),
                        then -> assertThat(then).contains("happens again: the lamp is lit"),
                        again -> assertThat(again).contains("java.lang.IllegalStateException"));
    }

    @Test
    void whatAFailureSaysItselfIsNotRepeated(CapturedOutput output) {
        runs(true);
        assertThat(output.getAll()).doesNotContain("the name of a child");
    }

    private void runs(Boolean... each) {
        fails.addAll(Arrays.asList(each));
        while (!fails.isEmpty()) {
            work.again();
        }
    }

    private static List<String> said(CapturedOutput output) {
        return output.getAll().lines().filter(line -> line.contains("the lamp")).toList();
    }
}
