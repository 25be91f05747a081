package org.tasuki.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTests {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theShippedProcessesHaveNoFindings() {
        assertThat(lint("processes/closing.bpmn", "processes/referral.bpmn")).isZero();
    }

    @Test
    void aFindingIsExitCodeOne() throws IOException {
        String closing = Files.readString(Path.of("processes/closing.bpmn"));
        Path ownerless = folder.resolve("closing.bpmn");
        Files.writeString(ownerless, closing.replace("flowable:candidateGroups=\"officer\"", ""));
        assertThat(lint(ownerless.toString())).isEqualTo(1);
    }

    @Test
    void aFileThatIsNoProcessIsAFindingAndNotACrash() throws IOException {
        Path text = Files.writeString(folder.resolve("text.bpmn"), "not XML at all");
        assertThat(lint(text.toString())).isEqualTo(1);
    }

    @Test
    void aFileThatCannotBeReadAndAMissingFileNameAreExitCodeTwo() {
        assertThat(lint(folder.resolve("nothing.bpmn").toString())).isEqualTo(2);
        assertThat(lint()).isEqualTo(2);
        assertThat(run("nonsense")).isEqualTo(2);
        assertThat(run("audit")).isEqualTo(2);
        assertThat(run("audit", "verify", "--help")).isZero();
        assertThat(run("inbox")).isEqualTo(2);
        assertThat(run("inbox", "nonsense")).isEqualTo(2);
        assertThat(run("inbox", "check", "--help")).isZero();
    }

    private static int lint(String... files) {
        return run(Stream.concat(Stream.of("lint"), Stream.of(files)).toArray(String[]::new));
    }

    private static int run(String... args) {
        var silent = new PrintWriter(Writer.nullWriter());
        return Tasuki.run(CommandLineTests.class, silent, silent, args);
    }

    @Test
    void settingsAloneMeanServe() {
        assertThat(Tasuki.withDefault()).containsExactly("serve");
        assertThat(Tasuki.withDefault("--server.port=8081")).containsExactly("serve", "--server.port=8081");
    }

    @Test
    void subcommandsAndTheirHelpStayAsTheyAre() {
        assertThat(Tasuki.withDefault("serve", "--server.port=8081")).containsExactly("serve", "--server.port=8081");
        assertThat(Tasuki.withDefault("--help")).containsExactly("--help");
        assertThat(Tasuki.withDefault("lint", "a.bpmn")).containsExactly("lint", "a.bpmn");
    }
}
