package org.tasuki.limits;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.deadlines.CannotFollow;
import org.tasuki.deadlines.DeadlineChanges;
import org.tasuki.engine.CaseLock;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Offices;
import org.tasuki.terms.CaseNumber;

/**
 * Lets deadlines follow a calendar or a rule that changed: each case is held and moved in a transaction of its own. Every row says
 * by what it was counted, so whatever stops half way, or runs on two nodes, leaves no more than what the next look finds.
 */
@Component
public class FollowWatch {

    private static final Logger LOG = LoggerFactory.getLogger(FollowWatch.class);

    private static final int AT_ONCE = 200;

    private static final String START = "";

    private final DeadlineChanges changes;
    private final CaseLock lock;
    private final Offices offices;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final Map<String, String> reached = new ConcurrentHashMap<>();

    FollowWatch(
            DeadlineChanges changes,
            CaseLock lock,
            Offices offices,
            Acting acting,
            PlatformTransactionManager manager) {
        this.changes = changes;
        this.lock = lock;
        this.offices = offices;
        this.acting = acting;
        this.transaction = new TransactionTemplate(manager);
    }

    /** At every center, one after the other. */
    public void look() {
        offices.centers().forEach(center -> follow(center, AT_ONCE));
    }

    /**
     * At one center, so many cases at most. Each look goes on where the last one stopped, and begins anew at the end: cases that
     * cannot be moved are tried again then, and hold up nobody who stands behind them.
     */
    void follow(String center, int most) {
        acting.as(Actor.system(center), () -> {
            List<CaseNumber> found = behind(center, reached.getOrDefault(center, START), most);
            found.forEach(this::follow);
            reached.put(
                    center, found.size() < most ? START : found.get(most - 1).value());
        });
    }

    private List<CaseNumber> behind(String center, String after, int most) {
        return Objects.requireNonNull(transaction.execute(status -> changes.behind(center, after, most)));
    }

    private void follow(CaseNumber number) {
        try {
            transaction.executeWithoutResult(status -> {
                lock.hold(number);
                changes.follow(number);
            });
        } catch (CannotFollow failed) {
            LOG.warn("the deadlines of {} could not be counted anew: {}", number.value(), failed.getMessage());
        } catch (RuntimeException failed) {
            LOG.warn(
                    "the deadlines of {} could not be counted anew: {}",
                    number.value(),
                    failed.getClass().getName());
        }
    }
}
