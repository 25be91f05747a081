package org.tasuki.launch;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.tasuki.secrecy.WrongKey;
import org.tasuki.terms.FaultyFile;
import org.tasuki.terms.Text;

/** Says why a start failed in one line a language; what it does not know is left to Spring Boot's own reports. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailures implements SpringBootExceptionReporter {

    /** PostgreSQL's state for insufficient privilege. */
    private static final String MISSING_RIGHT = "42501";

    @Override
    public boolean reportException(Throwable failure) {
        StartRefused refusal = refusal(failure);
        if (refusal != null) {
            Terminal.err().println(refusal.getMessage());
        }
        return refusal != null;
    }

    static @Nullable StartRefused refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            StartRefused refusal = known(cause);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private static @Nullable StartRefused known(Throwable cause) {
        if (cause instanceof StartRefused refused) {
            return refused;
        }
        if (cause instanceof PortInUseException busy) {
            return Listener.inUse(busy.getPort());
        }
        if (cause instanceof WrongKey) {
            return SecretKey.doesNotFit(cause);
        }
        if (cause instanceof FaultyFile faulty) {
            return unusable(faulty);
        }
        if (cause instanceof FlywayException migration) {
            return notMigrated(migration);
        }
        if (cause instanceof SQLException sql && isAboutRole(sql)) {
            return mayNotActAsApplication(sql);
        }
        return null;
    }

    /** What runs under the rules as they were still runs when the file is mended: nothing was touched. */
    private static StartRefused unusable(FaultyFile faulty) {
        String reason = firstLine(faulty);
        return new StartRefused(
                new Text(
                        "規則のファイルに誤りがあるため、起動しません。データと期限はそのままです（%s）。".formatted(reason),
                        "A file of rules is faulty, so nothing was started; data and deadlines are as they were (%s)."
                                .formatted(reason)),
                faulty);
    }

    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    private static StartRefused notMigrated(FlywayException migration) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(migration);
        String reason = firstLine(root);
        boolean rights = root instanceof SQLException sql && MISSING_RIGHT.equals(sql.getSQLState());
        Text what = rights
                ? new Text(
                        "アカウントには、データベースの所有権と役割の作成権限（CREATEROLE）が必要です。",
                        "The account must own the database and have CREATEROLE.")
                : new Text("データは変更されていません。", "The data are as they were.");
        return new StartRefused(
                new Text(
                        "データベースの表を用意できません（%s）。%s".formatted(reason, what.ja()),
                        "The database's tables cannot be prepared (%s). %s".formatted(reason, what.en())),
                migration);
    }

    private static boolean isAboutRole(SQLException sql) {
        return MISSING_RIGHT.equals(sql.getSQLState())
                && String.valueOf(sql.getMessage()).contains("set role");
    }

    private static StartRefused mayNotActAsApplication(SQLException sql) {
        return new StartRefused(
                new Text(
                        "SPRING_DATASOURCE_USERNAME のユーザーに役割 tasuki_app がありません。データベースで grant tasuki_app to … を実行してください。",
                        "The account of SPRING_DATASOURCE_USERNAME may not act as tasuki_app: run grant tasuki_app to … in the database."),
                sql);
    }
}
