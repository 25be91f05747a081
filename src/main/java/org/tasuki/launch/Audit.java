package org.tasuki.launch;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done with the trail from outside the office. */
@Command(
        name = "audit",
        subcommands = Verify.class,
        description = {"操作記録を扱います", "Work with the trail."})
final class Audit implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "verify を指定してください / name verify");
    }
}
