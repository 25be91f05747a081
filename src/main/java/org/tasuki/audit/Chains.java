package org.tasuki.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;

/** The chains there are: one a center, and one, called {@code ""}, for what belongs to none. */
@Component
class Chains {

    static final String NO_CENTER = "";

    private final JdbcClient jdbc;
    private final Acting acting;
    private final TransactionTemplate transactions;

    Chains(JdbcClient jdbc, Acting acting, PlatformTransactionManager manager) {
        this.jdbc = jdbc;
        this.acting = acting;
        this.transactions = new TransactionTemplate(manager);
        this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    List<String> all() {
        List<String> all = new ArrayList<>(List.of(NO_CENTER));
        all.addAll(jdbc.sql("select key from center order by key")
                .query(String.class)
                .list());
        return all;
    }

    /** In a transaction of the system's own, which row-level security lets see this chain and no other. */
    <T extends @Nullable Object> T at(String center, Supplier<T> work) {
        Actor system = center.equals(NO_CENTER) ? Actor.SYSTEM : Actor.system(center);
        return acting.as(system, () -> transactions.execute(status -> work.get()));
    }
}
