package org.tasuki.launch;

import java.io.PrintWriter;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.tasuki.terms.Japan;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: {@code serve} unless a subcommand is named. */
@Command(
        name = "tasuki",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        description = {
            "襷: 子どもの相談を、受付から支援まで手渡していく業務システム",
            "Carries a child's case from the first consultation to the people who help."
        },
        footer = {
            "",
            "serve には --server.port=8081 などの設定を渡せます。データの置き場所は TASUKI_DATA で指定します。",
            "serve takes settings such as --server.port=8081; TASUKI_DATA names the data folder."
        })
public final class Tasuki implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private Tasuki() {}

    /** Runs one command; answers the exit code (0 done or serving, 1 refused or findings, 2 wrong usage). */
    public static int run(Class<?> application, String... args) {
        return run(application, Terminal.out(), Terminal.err(), args);
    }

    static int run(Class<?> application, PrintWriter out, PrintWriter err, String... args) {
        // The engine keeps times without a zone: they must mean the same to every command, on every server and after a
        // move.
        TimeZone.setDefault(TimeZone.getTimeZone(Japan.ZONE));
        if (isPlainStart(args)) {
            return new Serve(application, args).call(); // the other commands need not be read for it
        }
        return new CommandLine(new Tasuki())
                .addSubcommand(new Serve(application))
                .addSubcommand(new Lint())
                .addSubcommand(new SecrecyCommand(application))
                .addSubcommand(new Audit())
                .addSubcommand(new InboxCommand())
                .setOut(out)
                .setErr(err)
                .execute(withDefault(args));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "コマンドを指定してください / name a command");
    }

    /** Settings alone ({@code --server.port=8081}) mean {@code serve}, as they do for any Spring application. */
    static String[] withDefault(String... args) {
        boolean serve = args.length == 0 || (args[0].startsWith("--") && !isOwnOption(args[0]));
        return serve ? Stream.concat(Stream.of("serve"), Stream.of(args)).toArray(String[]::new) : args;
    }

    private static boolean isPlainStart(String... args) {
        return withDefault(args) != args && Stream.of(args).noneMatch(Tasuki::isOwnOption);
    }

    private static boolean isOwnOption(String arg) {
        return arg.equals("--help") || arg.equals("--version");
    }
}
