package org.tasuki.people;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A transaction's connection. Before a statement it tells the database who acts, unless it has been told so already: whoever
 * steps in for somebody, and back, costs a round trip only if they ask something.
 */
final class ToldConnection implements InvocationHandler {

    private static final Set<String> ASKING = Set.of("prepareStatement", "createStatement", "prepareCall");

    /** What was set since a savepoint goes with it. */
    private static final Set<String> FORGETTING = Set.of("commit", "rollback", "setAutoCommit");

    private final Connection connection;
    private final Acting acting;
    private @Nullable Actor told;

    private ToldConnection(Connection connection, Acting acting) {
        this.connection = connection;
        this.acting = acting;
    }

    static Connection of(Connection connection, Acting acting) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new ToldConnection(connection, acting));
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        String name = method.getName();
        if ("equals".equals(name)) {
            return arguments != null && self == arguments[0];
        }
        if (ASKING.contains(name)) {
            tell();
        } else if (FORGETTING.contains(name)) {
            told = null;
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getTargetException();
        }
    }

    private void tell() throws java.sql.SQLException {
        Actor actor = acting.current();
        if (!actor.equals(told) && !connection.getAutoCommit()) {
            acting.tell(connection, actor);
            told = actor;
        }
    }
}
