package org.tasuki.inbox;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.people.Acting;

/**
 * A supervisor puts a task first (優先): it stands before the others that are due in the same stretch of time. It can be put no later
 * than its limit says; taken back, it is as it was.
 */
@Component
@Transactional
public class Priority {

    private static final String SET =
            "update inbox_item set raised = :raised, raised_why = :why, raised_by = :by where task_id = :task";

    private final JdbcClient jdbc;
    private final InboxList inbox;
    private final InboxRows rows;
    private final Push push;
    private final Acting acting;
    private final AuditTrail trail;

    Priority(JdbcClient jdbc, InboxList inbox, InboxRows rows, Push push, Acting acting, AuditTrail trail) {
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.rows = rows;
        this.push = push;
        this.acting = acting;
        this.trail = trail;
    }

    /** @param why a key of {@link Push.Reason} */
    public record Raised(String why, String by) {}

    @Transactional(readOnly = true)
    public Optional<Raised> of(String taskId) {
        return jdbc.sql("select raised_why as why, raised_by as by from inbox_item where task_id = ? and raised")
                .param(taskId)
                .query(Raised.class)
                .optional();
    }

    /** @throws org.tasuki.casefile.Refusal without a reason */
    public Completion raise(String taskId, String reason) {
        return set(taskId, Push.Reason.of(reason).key());
    }

    public Completion lower(String taskId) {
        return set(taskId, null);
    }

    private Completion set(String taskId, @Nullable String why) {
        Optional<InboxItem> found = inbox.hold(taskId);
        if (found.isEmpty()) {
            return new Completion.Gone(null);
        }
        InboxItem item = found.get();
        if (!push.allowed(item)) {
            throw new IllegalStateException("not the actor's to put first");
        }
        if (item.raised() != (why != null)) {
            write(item, why);
        }
        return new Completion.Done(item.number());
    }

    private void write(InboxItem item, @Nullable String why) {
        Map<String, Object> values = new HashMap<>();
        values.put("raised", why != null);
        values.put("why", why);
        values.put("by", why == null ? null : acting.current().account());
        rows.hand(item.taskId(), SET, values);
        Map<String, String> detail = new LinkedHashMap<>(Map.of("step", item.step(), "process", item.process()));
        if (why != null) {
            detail.put("why", why);
        }
        trail.note(why == null ? Act.TASK_LOWERED : Act.TASK_RAISED, item.number(), detail);
    }
}
