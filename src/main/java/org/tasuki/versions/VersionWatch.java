package org.tasuki.versions;

import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.engine.Deployment;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;

/** Puts versions to work whose day has come, each in a transaction of its own, and hears of those that another node put to work. */
@Component
public class VersionWatch {

    private final Versions versions;
    private final Moves moves;
    private final Deployment deployment;
    private final Acting acting;
    private final TransactionTemplate transaction;

    VersionWatch(
            Versions versions, Moves moves, Deployment deployment, Acting acting, PlatformTransactionManager manager) {
        this.versions = versions;
        this.moves = moves;
        this.deployment = deployment;
        this.acting = acting;
        this.transaction = new TransactionTemplate(manager);
    }

    public void look() {
        begin();
        moves.look();
    }

    /** Those whose day has come. */
    public void begin() {
        acting.as(Actor.SYSTEM, () -> {
            while (next()) {
                // and the one after it
            }
        });
        deployment.refresh();
    }

    private boolean next() {
        return Objects.requireNonNull(transaction.execute(status -> versions.begin()));
    }
}
