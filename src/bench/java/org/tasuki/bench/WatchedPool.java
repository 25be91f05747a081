package org.tasuki.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Notes which statements the watched thread sends, who sends them, and how long the database takes. */
final class WatchedPool extends DelegatingDataSource {

    private final List<Sent> sent = new ArrayList<>();
    private final Thread watched = Thread.currentThread();
    private boolean watching;

    WatchedPool(DataSource pool) {
        super(pool);
    }

    /** @param by the class of the house, or else of the engine, that asked */
    record Sent(String sql, String by, double millis) {}

    List<Sent> during(Runnable work) {
        sent.clear();
        watching = true;
        try {
            work.run();
        } finally {
            watching = false;
        }
        return List.copyOf(sent);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return watching() ? watched(Connection.class, connection, "") : connection;
    }

    private boolean watching() {
        return watching && Thread.currentThread() == watched;
    }

    private <T> T watched(Class<T> type, T target, String prepared) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            boolean sends = watching()
                    && (method.getName().startsWith("execute")
                            || List.of("commit", "rollback").contains(method.getName()));
            long began = System.nanoTime();
            try {
                Object result = method.invoke(target, args);
                if (sends) {
                    String sql =
                            prepared.isEmpty() ? args == null ? method.getName() : String.valueOf(args[0]) : prepared;
                    sent.add(new Sent(sql.strip().replaceAll("\\s+", " "), by(), (System.nanoTime() - began) / 1e6));
                }
                if (result instanceof PreparedStatement statement) {
                    return watched(PreparedStatement.class, statement, String.valueOf(args[0]));
                }
                return result instanceof Statement statement ? watched(Statement.class, statement, "") : result;
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }));
    }

    private static String by() {
        return StackWalker.getInstance().walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                .filter(name -> (name.startsWith("org.tasuki.") && !name.startsWith("org.tasuki.bench."))
                        || name.startsWith("org.flowable.") && name.endsWith("DataManagerImpl")
                        || name.startsWith("org.flowable.") && name.endsWith("DbSqlSession"))
                .map(name -> name.replaceAll("\\$.*", ""))
                .findFirst()
                .orElse("-"));
    }
}
