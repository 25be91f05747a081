package org.tasuki.inbox;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells every node which lists moved. Not in the step's own transaction: notifying there would make PostgreSQL commit one step after
 * the other. What moved is gathered once it is committed, and told together a moment later; a node that dies in between is made up for
 * by the pages, which ask by themselves from time to time.
 */
@Component
public class InboxNews {

    /** The channel. It carries names of lists: an account, a desk at a center, or a center. */
    static final String CHANNEL = "tasuki_inbox";

    /** In the place of names, when there are more than a notification holds. */
    static final String ANY = "*";

    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final Set<String> moved = ConcurrentHashMap.newKeySet();

    InboxNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row came to this list, left it or changed in it, if the transaction commits. */
    void moved(String center, @Nullable String lane, @Nullable String away) {
        Set<String> lanes = new LinkedHashSet<>(List.of(InboxLane.allOf(center)));
        if (lane != null) {
            lanes.add(lane);
        }
        if (away != null) {
            lanes.add(InboxLane.awayFrom(away));
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                moved.addAll(lanes);
            }
        });
    }

    /** Everything may have moved: told to every list there is, if the transaction commits. Only for what is rare. */
    public void all() {
        notify(ANY);
    }

    /** Tells what has gathered. What cannot be told now is told the next time. */
    void tell() {
        List<String> told = new ArrayList<>(moved);
        if (told.isEmpty()) {
            return;
        }
        String payload = told.size() > MOST ? ANY : String.join("\n", told);
        told.forEach(moved::remove);
        try {
            notify(payload);
        } catch (RuntimeException away) {
            moved.addAll(told);
            throw away;
        }
    }

    private void notify(String payload) {
        jdbc.sql("select pg_notify(?, ?)")
                .params(CHANNEL, payload)
                .query((row, i) -> true)
                .list();
    }
}
