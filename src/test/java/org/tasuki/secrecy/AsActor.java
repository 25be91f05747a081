package org.tasuki.secrecy;

import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;

/** Raw SQL on the application's own pool, in a transaction of somebody's. */
final class AsActor {

    private final Acting acting;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;

    AsActor(Acting acting, PlatformTransactionManager manager, JdbcClient jdbc) {
        this.acting = acting;
        this.transactions = new TransactionTemplate(manager);
        this.jdbc = jdbc;
    }

    <T> T ask(Actor actor, Function<JdbcClient, T> question) {
        return acting.as(actor, () -> transactions.execute(status -> question.apply(jdbc)));
    }

    /** The distinct values of the query's only column, in order. */
    List<String> read(Actor actor, String sql) {
        return ask(actor, db -> db.sql(sql).query(String.class).list()).stream()
                .distinct()
                .sorted()
                .toList();
    }

    /** How many rows a change reached; it is rolled back. */
    int change(Actor actor, String sql) {
        return acting.as(
                actor,
                () -> transactions.execute(status -> {
                    status.setRollbackOnly();
                    return jdbc.sql(sql).update();
                }));
    }
}
