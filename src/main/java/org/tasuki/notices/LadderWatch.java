package org.tasuki.notices;

import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.deadlines.DeadlineLadder;
import org.tasuki.engine.CaseLock;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Offices;
import org.tasuki.terms.CaseNumber;

/**
 * Looks every few seconds whose deadline has something to say. Each case is a transaction of its own, so that one that fails
 * keeps no other waiting; it is tried again at the next look. Two nodes may look at once: the case is held, and what has been
 * said is not said again.
 */
@Component
public class LadderWatch {

    private static final Logger LOG = LoggerFactory.getLogger(LadderWatch.class);

    private static final int AT_ONCE = 200;

    private final DeadlineLadder ladder;
    private final CaseLock lock;
    private final Offices offices;
    private final Acting acting;
    private final TransactionTemplate transaction;

    LadderWatch(
            DeadlineLadder ladder, CaseLock lock, Offices offices, Acting acting, PlatformTransactionManager manager) {
        this.ladder = ladder;
        this.lock = lock;
        this.offices = offices;
        this.acting = acting;
        this.transaction = new TransactionTemplate(manager);
    }

    /** At every center, one after the other. */
    public void look() {
        offices.centers().forEach(center -> acting.as(Actor.system(center), () -> climb(center)));
    }

    private void climb(String center) {
        List<CaseNumber> awake = Objects.requireNonNull(transaction.execute(status -> ladder.awake(center, AT_ONCE)));
        awake.forEach(number -> {
            try {
                transaction.executeWithoutResult(status -> {
                    lock.hold(number);
                    ladder.climb(number);
                });
            } catch (RuntimeException failed) {
                LOG.warn(
                        "the deadlines of {} could not be announced: {}",
                        number.value(),
                        failed.getClass().getName());
            }
        });
    }
}
