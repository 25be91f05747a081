package org.tasuki.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tasuki.deadlines.DeadlineRules;
import org.tasuki.engine.Finding;
import org.tasuki.engine.LintKnowledge;
import org.tasuki.engine.Linter;
import org.tasuki.engine.ProcessSource;
import org.tasuki.engine.ShippedProcesses;
import org.tasuki.forms.Forms;
import org.tasuki.people.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks process files as a deployment would, without a database: each by itself, and together with the shipped ones. */
@Command(
        name = "lint",
        description = {"プロセスファイルを検査します（指摘があれば終了コード 1）", "Check process files (exit code 1 on findings)."})
final class Lint implements Callable<Integer> {

    private static final int FINDINGS = 1;
    private static final int UNREADABLE = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "この説明を表示します / show this help")
    private boolean help;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "BPMN 2.0 ファイル / BPMN 2.0 files")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws IOException {
        List<Path> unreadable = files.stream().filter(file -> !isReadable(file)).toList();
        unreadable.forEach(file -> err().printf("%1$s を読めません。/ %1$s cannot be read.%n", file));
        return unreadable.isEmpty() ? report(findings()) : UNREADABLE;
    }

    private int report(List<Finding> findings) {
        PrintWriter out = spec.commandLine().getOut();
        findings.forEach(out::println);
        if (findings.isEmpty()) {
            out.println("指摘はありません。/ No findings.");
        }
        return findings.isEmpty() ? 0 : FINDINGS;
    }

    private List<Finding> findings() throws IOException {
        List<ProcessSource> together = new ArrayList<>();
        for (Path file : files) {
            try (InputStream xml = Files.newInputStream(file)) {
                together.add(ProcessSource.of(file.toString(), xml));
            }
        }
        together.addAll(shippedOnes());
        return new Linter(knowledge()).lint(together);
    }

    /** The processes that the files may call, except those that they are new versions of. */
    private List<ProcessSource> shippedOnes() {
        return ShippedProcesses.all().stream()
                .filter(shipped -> files.stream().noneMatch(file -> file.endsWith(shipped.name())))
                .toList();
    }

    private static LintKnowledge knowledge() {
        var forms = new Forms();
        var rules = new DeadlineRules();
        return new LintKnowledge(Role.keys(), forms::knows, rules::knows, forms::routingOf, forms::keptAside);
    }

    private static boolean isReadable(Path file) {
        return Files.isRegularFile(file) && Files.isReadable(file);
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
