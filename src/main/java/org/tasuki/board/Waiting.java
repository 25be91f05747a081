package org.tasuki.board;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.InboxList;
import org.tasuki.people.Acting;

/** The center's open tasks behind a number of the board, soonest due first. */
@Component
@Transactional(readOnly = true)
public class Waiting {

    private static final String TASKS =
            """
            select i.task_id from inbox_item i
            where i.center = :center and i.ahead >= interval '0' and i.due_here > :from and i.due_here <= :until
              and (:process::text is null or i.process = :process) and (:step::text is null or i.step = :step)
              and (i.due_here, i.task_id) > (:afterDue, :afterTask)
            order by i.due_here, i.task_id limit :most
            """;

    private static final Instant LONG_AGO = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant FAR_OFF = Instant.parse("2200-01-01T00:00:00Z");

    private final JdbcClient jdbc;
    private final InboxList inbox;
    private final Acting acting;
    private final Clock clock;

    Waiting(JdbcClient jdbc, InboxList inbox, Acting acting, Clock clock) {
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.acting = acting;
        this.clock = clock;
    }

    /** Which of a step's tasks are asked for. */
    public enum Which {
        ALL,
        LATE,
        SOON
    }

    /** @param after the last one seen; null begins at the first */
    public List<InboxItem> at(String process, String step, Which which, @Nullable InboxItem after, int most) {
        return find(process, step, which == Which.SOON ? clock.instant() : LONG_AGO, until(which), after, most);
    }

    /** What is late already, or will be within {@link Loads#AHEAD} unless somebody does it. */
    public List<InboxItem> next(int most) {
        return find(null, null, LONG_AGO, clock.instant().plus(Loads.AHEAD), null, most);
    }

    private Instant until(Which which) {
        return switch (which) {
            case ALL -> FAR_OFF;
            case LATE -> clock.instant();
            case SOON -> clock.instant().plus(Loads.AHEAD);
        };
    }

    private List<InboxItem> find(
            @Nullable String process,
            @Nullable String step,
            Instant from,
            Instant until,
            @Nullable InboxItem after,
            int most) {
        List<String> tasks = jdbc.sql(TASKS)
                .param("center", acting.current().center())
                .param("process", process)
                .param("step", step)
                .param("from", Loads.at(from))
                .param("until", Loads.at(until))
                .param("afterDue", Loads.at(after == null ? LONG_AGO : after.dueHere()))
                .param("afterTask", after == null ? "" : after.taskId())
                .param("most", most)
                .query(String.class)
                .list();
        return tasks.isEmpty() ? List.of() : inbox.find(tasks);
    }
}
