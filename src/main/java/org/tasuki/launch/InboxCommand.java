package org.tasuki.launch;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.tasuki.audit.Act;
import org.tasuki.inbox.InboxBooks;
import org.tasuki.inbox.InboxBooks.Difference;
import org.tasuki.inbox.InboxBooks.Kind;
import org.tasuki.inbox.InboxBooks.Mended;
import org.tasuki.terms.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Whether the inbox shows exactly the engine's tasks. A real office may be open meanwhile. */
@Command(
        name = "inbox",
        description = {
            "受信箱が業務エンジンの仕事と一致しているか検査し、直します（差異があれば終了コード 1、検査できなければ 2）",
            "Check that the inbox equals the engine's tasks, and mend it (exit code 1 if it differs, 2 if it cannot be checked)."
        })
final class InboxCommand implements Callable<Integer> {

    private static final int DIFFERS = 1;
    private static final int CANNOT_RUN = 2;

    private static final Map<Kind, Text> KINDS = Map.of(
            Kind.MISSING, new Text("受信箱にありません", "missing in the inbox"),
            Kind.SURPLUS, new Text("業務エンジンに仕事がありません", "no such task in the engine"),
            Kind.UNLIMITED, new Text("進行中の期限がありません", "no running deadline"),
            Kind.DESK, new Text("届け先が違います", "at another desk"),
            Kind.HOLDER, new Text("担当が違います", "held by somebody else"),
            Kind.DUE, new Text("期限が違います", "due at another time"),
            Kind.STEP, new Text("工程が違います", "another step"),
            Kind.FACTS, new Text("事例の内容（緊急度など）が古いままです", "what it says of the case is out of date"));

    enum Deed {
        /** Lists every difference, and changes nothing. */
        check,
        /** Makes the inbox what the engine says. */
        rebuild
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            paramLabel = "check|rebuild",
            description = {
                "check: 差異を事例ごとに表示します / list every difference by case",
                "rebuild: 事例ごとに、業務エンジンに合わせて直します / mend them by the engine, case after case"
            })
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Deed deed;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "この説明を表示します / show this help")
    private boolean help;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    /** No more of the house than the books need: no pages, no engine, no migration. */
    @Import(EmbeddedDatabase.class)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    @ComponentScan(
            basePackages = "org.tasuki",
            useDefaultFilters = false,
            includeFilters =
                    @Filter(
                            type = FilterType.REGEX,
                            pattern = {
                                "org\\.tasuki\\.people\\.(Acting(Transactions)?|Rights)",
                                "org\\.tasuki\\.deadlines\\.SystemClock",
                                "org\\.tasuki\\.audit\\.AuditTrail",
                                "org\\.tasuki\\.inbox\\.InboxBooks"
                            }))
    static class BooksOnly {}

    @Override
    public Integer call() {
        var spring = new SpringApplication(BooksOnly.class);
        spring.setWebApplicationType(WebApplicationType.NONE);
        spring.addInitializers(context -> Verify.mustAnswer(context.getEnvironment()));
        try (ConfigurableApplicationContext office = spring.run(settings.toArray(String[]::new))) {
            InboxBooks books = office.getBean(InboxBooks.class);
            return deed == Deed.check ? check(office, books.check()) : rebuild(office, books.rebuild());
        } catch (RuntimeException failed) {
            if (StartFailures.refusal(failed) == null) { // else it was reported
                spec.commandLine()
                        .getErr()
                        .println("受信箱を検査できません。/ The inbox cannot be checked: "
                                + failed.getClass().getSimpleName());
            }
            return CANNOT_RUN;
        }
    }

    private int check(ConfigurableApplicationContext office, List<Difference> found) {
        CommandTrail.note(office, Act.INBOX_CHECKED, Map.of("differences", String.valueOf(found.size())));
        print(found);
        out().printf("差異 %1$d 件 / %1$d differences%n", found.size());
        return found.isEmpty() ? 0 : DIFFERS;
    }

    private int rebuild(ConfigurableApplicationContext office, Mended mended) {
        CommandTrail.note(
                office,
                Act.INBOX_REBUILT,
                Map.of(
                        "differences", String.valueOf(mended.before().size()),
                        "left", String.valueOf(mended.after().size())));
        print(mended.before());
        out().printf(
                        "直した差異 %1$d 件、残り %2$d 件 / mended: %1$d, left: %2$d%n",
                        mended.before().size() - mended.after().size(),
                        mended.after().size());
        print(mended.after());
        return mended.after().isEmpty() ? 0 : DIFFERS;
    }

    private void print(List<Difference> differences) {
        differences.forEach(one -> {
            Text kind = KINDS.getOrDefault(one.kind(), new Text("", ""));
            out().printf(
                            "%s %s: %s / %s [%s]%n",
                            one.number().value(),
                            one.step(),
                            kind.ja(),
                            kind.en(),
                            one.kind().key());
        });
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
