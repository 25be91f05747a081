package org.tasuki.launch;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.tasuki.audit.Act;
import org.tasuki.casefile.Resealing;
import org.tasuki.secrecy.MasterKey;
import org.tasuki.secrecy.Secrets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** The keys under which notifiers' words are sealed. The office may be open meanwhile; its rooms stay shut in this process. */
@Command(
        name = "secrecy",
        description = {"通告者の情報などを暗号化する鍵を扱います", "Manage the keys that seal what would reveal notifiers."})
final class SecrecyCommand implements Callable<Integer> {

    private static final int UNREADABLE = 1;

    private final Class<?> application;

    /** What to do; the first two end with nothing left under an older key. */
    enum Deed {
        /** Adds a key first. */
        rotate,
        /** Goes on with a rotation that was interrupted. */
        reseal,
        /** Another outer key takes the place of the one that the settings name. */
        rekey
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            paramLabel = "rotate|reseal|rekey",
            description = {
                "rotate: 新しい鍵を加え、古い鍵で暗号化したものを暗号化し直します / add a key, and seal under it what older keys sealed",
                "reseal: 鍵を加えずに、中断した暗号化し直しを続けます / go on with a rotation that was interrupted",
                "rekey: データベースの外にある秘密鍵を、TASUKI_NEW_SECRET_KEY の鍵に取り替えます / replace the secret key outside the database by that of TASUKI_NEW_SECRET_KEY"
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

    SecrecyCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        var spring = new SpringApplication(application);
        spring.setWebApplicationType(WebApplicationType.NONE);
        spring.setLazyInitialization(true);
        try (ConfigurableApplicationContext office = spring.run(arguments())) {
            if (deed == Deed.rekey) {
                return rekey(office);
            }
            if (deed == Deed.rotate) {
                office.getBean(Secrets.class).rotate();
                CommandTrail.note(office, Act.KEY_ROTATED, Map.of());
            }
            Resealing.Count count = office.getBean(Resealing.class).all();
            CommandTrail.note(office, Act.KEY_RESEALED, trail(count));
            return report(count);
        } catch (RuntimeException alreadyReported) { // by StartFailures, or by Spring Boot if it is none of ours
            return 1;
        }
    }

    private int rekey(ConfigurableApplicationContext office) {
        MasterKey next;
        try {
            next = SecretKey.next(office.getEnvironment());
        } catch (StartRefused none) {
            spec.commandLine().getErr().println(none.getMessage());
            return 1;
        }
        int versions = office.getBean(Secrets.class).replaceOuterKey(next, owner(office));
        CommandTrail.note(office, Act.OUTER_KEY_REPLACED, Map.of("versions", String.valueOf(versions)));
        spec.commandLine()
                .getOut()
                .printf(
                        "秘密鍵を取り替えました（データ鍵 %1$d 版）。新しい鍵を設定して、サーバーを再起動してください。"
                                + "/ The secret key is replaced (%1$d versions of data keys). Set the new one, and start the servers anew.%n",
                        versions);
        return 0;
    }

    /** As the tables are made: the application's own role changes no key. */
    private static DataSource owner(ConfigurableApplicationContext office) {
        FlywayConnectionDetails account = office.getBean(FlywayConnectionDetails.class);
        return new DriverManagerDataSource(
                Objects.requireNonNull(account.getJdbcUrl()),
                Objects.requireNonNullElse(account.getUsername(), ""),
                Objects.requireNonNullElse(account.getPassword(), ""));
    }

    /** The demo office would go on telling its year, and nobody asked for that. */
    private String[] arguments() {
        return Stream.concat(Stream.of("--demo.cases=0", "--flowable.async-executor-activate=false"), settings.stream())
                .toArray(String[]::new);
    }

    private static Map<String, String> trail(Resealing.Count count) {
        return Map.of(
                "answers", String.valueOf(count.answers()),
                "drafts", String.valueOf(count.drafts()),
                "unreadable", String.valueOf(count.unreadable()));
    }

    private int report(Resealing.Count count) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "暗号化し直した回答 %1$d 件、下書き %2$d 件、資料 %3$d 件、二段階認証 %4$d 件、読み取れないもの %5$d 件。"
                        + "/ Sealed anew: %1$d answers, %2$d drafts, %3$d documents, %4$d second factors; unreadable: %5$d.%n",
                count.answers(), count.drafts(), count.documents(), count.others(), count.unreadable());
        return count.unreadable() == 0 ? 0 : UNREADABLE;
    }
}
