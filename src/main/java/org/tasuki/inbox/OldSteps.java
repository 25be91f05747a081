package org.tasuki.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Offices;

/** Clears away what {@link StepUndo} wrote down, once nobody can take it back any more: a case that stands still keeps none of it. */
@Component
public class OldSteps {

    /** Until then whoever tries late is told why. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Offices offices;
    private final Acting acting;
    private final Clock clock;
    private final TransactionTemplate transaction;

    OldSteps(JdbcClient jdbc, Offices offices, Acting acting, Clock clock, PlatformTransactionManager manager) {
        this.jdbc = jdbc;
        this.offices = offices;
        this.acting = acting;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    /** At every center, one after the other. */
    public void clear() {
        offices.centers().forEach(center -> acting.as(Actor.system(center), () -> clear(center)));
    }

    private void clear(String center) {
        transaction.executeWithoutResult(status -> jdbc.sql("delete from step_undo where center = ? and at < ?")
                .params(center, OffsetDateTime.now(clock).minus(KEPT))
                .update());
    }
}
