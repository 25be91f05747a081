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
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.tasuki.audit.Act;
import org.tasuki.audit.TrailCheck;
import org.tasuki.audit.Verdict;
import org.tasuki.audit.Verdict.Break;
import org.tasuki.audit.Verdict.Fault;
import org.tasuki.terms.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/**
 * Checks each chain of the trail against its entries and the signed heads. Takes the settings that {@code serve} takes; the
 * demo office must be closed, because its database runs with it.
 */
@Command(
        name = "verify",
        description = {
            "操作記録が改ざんされていないか検査します（異常があれば終了コード 1、検査できなければ 2）",
            "Check that nobody has changed the trail (exit code 1 if somebody has, 2 if it cannot be checked)."
        })
final class Verify implements Callable<Integer> {

    private static final int BROKEN = 1;
    private static final int CANNOT_RUN = 2;

    private static final Map<Fault, Text> FAULTS = Map.of(
            Fault.CHANGED, new Text("内容が変更されています", "it was changed"),
            Fault.MISSING, new Text("記録が削除されています", "it is missing"),
            Fault.UNLINKED, new Text("連鎖から外されています", "it was taken out of the chain"),
            Fault.REORDERED, new Text("順序が入れ替えられています", "it was reordered"),
            Fault.INSERTED, new Text("後から書き加えられています", "it was inserted afterwards"),
            Fault.TRUNCATED, new Text("この記録より後が切り取られています", "what came after it was truncated"),
            Fault.REWRITTEN, new Text("署名後に連鎖が作り直されています", "the chain was rewritten from here on"),
            Fault.FORGED_HEAD, new Text("先頭の署名が鍵と合いません", "a head is not signed with the key"));

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "この説明を表示します / show this help")
    private boolean help;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    /** No more of the house than the check needs: no pages, no engine, no migration. */
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
                                "org\\.tasuki\\.audit\\.(AuditTrail|Chains|Heads|Sealer|TrailCheck)"
                            }))
    static class CheckOnly {}

    @Override
    public Integer call() {
        var spring = new SpringApplication(CheckOnly.class);
        spring.setWebApplicationType(WebApplicationType.NONE);
        spring.addInitializers(context -> mustAnswer(context.getEnvironment()));
        try (ConfigurableApplicationContext context = spring.run(settings.toArray(String[]::new))) {
            TrailCheck check = context.getBean(TrailCheck.class);
            List<Verdict> verdicts = check.all();
            CommandTrail.note(context, Act.TRAIL_VERIFIED, trail(verdicts));
            return report(verdicts, check.knowsKey());
        } catch (RuntimeException failed) {
            if (StartFailures.refusal(failed) == null) { // else it was reported
                err().println("操作記録を検査できません。/ The trail cannot be checked: "
                        + failed.getClass().getSimpleName());
            }
            return CANNOT_RUN;
        }
    }

    static void mustAnswer(Environment settings) {
        if (!"embedded".equals(settings.getProperty("tasuki.database"))) {
            ExternalDatabase.in(settings).mustAnswer();
        } else if (!settings.acceptsProfiles(Profiles.of("demo"))) {
            throw new IllegalStateException("an embedded database without the demo office");
        }
    }

    private static Map<String, String> trail(List<Verdict> verdicts) {
        long broken = verdicts.stream().filter(verdict -> !verdict.whole()).count();
        return Map.of("chains", String.valueOf(verdicts.size()), "broken", String.valueOf(broken));
    }

    private int report(List<Verdict> verdicts, boolean knowsKey) {
        PrintWriter out = spec.commandLine().getOut();
        verdicts.forEach(verdict -> out.println(line(verdict)));
        if (!knowsKey) {
            out.println(
                    "鍵（TASUKI_AUDIT_KEY）がないため、署名は検査していません。/ Without a key (TASUKI_AUDIT_KEY) no signature was checked.");
        }
        return verdicts.stream().allMatch(Verdict::whole) ? 0 : BROKEN;
    }

    private static String line(Verdict verdict) {
        String center = verdict.center().isEmpty() ? "-" : verdict.center();
        Break broken = verdict.broken();
        String state = broken == null
                ? "正常 %1$d 件、署名済み %2$d 件まで、連鎖待ち %3$d 件 / whole: %1$d entries, signed up to %2$d, %3$d waiting"
                        .formatted(verdict.entries(), verdict.head(), verdict.waiting())
                : broken(broken);
        return center + ": " + state;
    }

    private static String broken(Break broken) {
        Text fault = FAULTS.getOrDefault(broken.fault(), new Text("", ""));
        String entry = broken.entry() == 0 ? "?" : String.valueOf(broken.entry());
        return "異常: 記録 %1$s（連鎖 %2$d 番）: %3$s / broken: entry %1$s (link %2$d): %4$s [%5$s]"
                .formatted(
                        entry,
                        broken.seq(),
                        fault.ja(),
                        fault.en(),
                        broken.fault().key());
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
