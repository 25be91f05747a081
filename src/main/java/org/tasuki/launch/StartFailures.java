package org.tasuki.launch;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.tasuki.terms.Text;

/** Says why a start failed in one line a language; what it does not know is left to Spring Boot's own reports. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailures implements SpringBootExceptionReporter {

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
            if (cause instanceof StartRefused refused) {
                return refused;
            }
            if (cause instanceof PortInUseException busy) {
                return Listener.inUse(busy.getPort());
            }
            if (cause instanceof SQLException sql && "42501".equals(sql.getSQLState()) && isAboutRole(sql)) {
                return mayNotActAsApplication(sql);
            }
        }
        return null;
    }

    private static boolean isAboutRole(SQLException sql) {
        return String.valueOf(sql.getMessage()).contains("set role");
    }

    private static StartRefused mayNotActAsApplication(SQLException sql) {
        return new StartRefused(
                new Text(
                        "SPRING_DATASOURCE_USERNAME のユーザーに役割 tasuki_app がありません。データベースで grant tasuki_app to … を実行してください。",
                        "The account of SPRING_DATASOURCE_USERNAME may not act as tasuki_app: run grant tasuki_app to … in the database."),
                sql);
    }
}
