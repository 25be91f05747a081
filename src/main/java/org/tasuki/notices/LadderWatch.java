package org.tasuki.notices;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.deadlines.DeadlineLadder;
import org.tasuki.engine.CaseLock;
import org.tasuki.inbox.StandIns;
import org.tasuki.inbox.Unclaimed;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Offices;
import org.tasuki.terms.CaseNumber;

/**
 * Looks every few seconds whose deadline has something to say, whose task is in the hands of somebody who is away, and what
 * nobody has taken. Each case is a transaction of its own, so that one that fails
 * keeps no other waiting; it is tried again at the next look. Two nodes may look at once: the case is held, and what has been
 * said is not said again.
 */
@Component
public class LadderWatch {

    private static final Logger LOG = LoggerFactory.getLogger(LadderWatch.class);

    private static final int AT_ONCE = 200;

    private final DeadlineLadder ladder;
    private final StandIns standIns;
    private final Unclaimed unclaimed;
    private final CaseLock lock;
    private final Offices offices;
    private final Acting acting;
    private final TransactionTemplate transaction;

    LadderWatch(
            DeadlineLadder ladder,
            StandIns standIns,
            Unclaimed unclaimed,
            CaseLock lock,
            Offices offices,
            Acting acting,
            PlatformTransactionManager manager) {
        this.ladder = ladder;
        this.standIns = standIns;
        this.unclaimed = unclaimed;
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
        each(ladder::awake, ladder::climb, center);
        each(standIns::awake, number -> standIns.settle(center, number), center);
        each(unclaimed::awake, unclaimed::climb, center);
    }

    private void each(BiFunction<String, Integer, List<CaseNumber>> awake, Consumer<CaseNumber> deed, String center) {
        List<CaseNumber> numbers = Objects.requireNonNull(transaction.execute(status -> awake.apply(center, AT_ONCE)));
        numbers.forEach(number -> {
            try {
                transaction.executeWithoutResult(status -> {
                    lock.hold(number);
                    deed.accept(number);
                });
            } catch (RuntimeException failed) {
                LOG.warn(
                        "what {} waits for could not be announced: {}",
                        number.value(),
                        failed.getClass().getName());
            }
        });
    }
}
