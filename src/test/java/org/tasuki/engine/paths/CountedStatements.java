package org.tasuki.engine.paths;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Writes down the statements that a thread sends to the database, while asked to. */
@TestConfiguration(proxyBeanMethods = false)
public class CountedStatements {

    private static final ThreadLocal<List<String>> SENT = new ThreadLocal<>();

    public static List<String> during(Runnable work) {
        List<String> sent = new ArrayList<>();
        SENT.set(sent);
        try {
            work.run();
        } finally {
            SENT.remove();
        }
        return sent;
    }

    @Bean
    static BeanPostProcessor countStatements() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource pool ? new Counting(pool) : bean;
            }
        };
    }

    private static final class Counting extends DelegatingDataSource {

        Counting(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return SENT.get() == null ? connection : watched(Connection.class, connection, null);
        }
    }

    /** @param sql what a prepared statement will send */
    private static <T> T watched(Class<T> type, T target, String sql) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            if (method.getName().startsWith("execute") && SENT.get() != null) {
                SENT.get().add(sql == null ? String.valueOf(args[0]) : sql);
            }
            try {
                Object result = method.invoke(target, args);
                if (result instanceof PreparedStatement prepared) {
                    return watched(PreparedStatement.class, prepared, String.valueOf(args[0]));
                }
                return result instanceof Statement statement ? watched(Statement.class, statement, null) : result;
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }));
    }
}
