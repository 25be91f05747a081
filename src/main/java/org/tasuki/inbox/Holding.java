package org.tasuki.inbox;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.engine.CaseFlow;
import org.tasuki.people.Acting;
import org.tasuki.staffing.AssignmentRules;

/** In whose hands a task is. Whoever calls holds the case. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Holding {

    private static final String GIVE =
            """
            update inbox_item set assignee = :account, claimed_at = :at, assigned_how = :how, assigned_why = :why,
                assigned_by = :by, begun = false, stands_in_for = :for
            where task_id = :task and not exists
                (select from absence b where b.account = :account and b.cancelled_at is null
                 and b.starts_at <= :now and :now < b.ends_at)
            """;

    private static final String PUT_BACK =
            """
            update inbox_item set assignee = null, claimed_at = null, assigned_how = null, assigned_why = :why,
                assigned_by = null, begun = false, stands_in_for = null, claim_told = 0,
                claim_by = case when agency is null then :claimBy::timestamptz end
            where task_id = :task
            """;

    private final JdbcClient jdbc;
    private final InboxRows rows;
    private final FourEyes fourEyes;
    private final CaseFlow flow;
    private final CaseClocks clocks;
    private final AssignmentRules rules;
    private final Acting acting;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Holding(
            JdbcClient jdbc,
            InboxRows rows,
            FourEyes fourEyes,
            CaseFlow flow,
            CaseClocks clocks,
            AssignmentRules rules,
            Acting acting,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.fourEyes = fourEyes;
        this.flow = flow;
        this.clocks = clocks;
        this.rules = rules;
        this.acting = acting;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Gives a task to somebody.
     *
     * @return false when they are away: nothing is given to the absent; or when they proposed what is approved there
     */
    boolean give(InboxItem item, String account, Hold hold, Act act) {
        if (fourEyes.keepsOut(item, account)) {
            return false;
        }
        Map<String, Object> to = new HashMap<>();
        to.put("account", account);
        to.put("at", utc(now(item)));
        to.put("how", hold.how().key());
        to.put("why", hold.why());
        to.put("by", acting.current().account());
        to.put("for", hold.standsInFor());
        to.put("now", OffsetDateTime.now(clock));
        return as(item, () -> {
            boolean given = rows.hand(item.taskId(), GIVE, to);
            if (given) {
                moved(item, account, act, hold.why());
            }
            return given;
        });
    }

    /**
     * Puts a task back on its desk, where it waits anew to be taken.
     *
     * @param why a key, when nobody wanted this
     */
    void putBack(InboxItem item, @Nullable String why) {
        Instant now = now(item);
        Instant claimBy = why == null ? now.plus(rules.unclaimed(now, item.dueAt())) : now;
        Map<String, Object> back = new HashMap<>();
        back.put("why", why);
        back.put("claimBy", utc(claimBy));
        as(item, () -> {
            rows.hand(item.taskId(), PUT_BACK, back);
            moved(item, null, Act.TASK_RELEASED, why);
            return true;
        });
    }

    private void moved(InboxItem item, @Nullable String to, Act act, @Nullable String why) {
        flow.assign(item.taskId(), to);
        Map<String, String> detail = new LinkedHashMap<>(Map.of("step", item.step(), "process", item.process()));
        if (act != Act.TASK_CLAIMED && to != null) {
            detail.put("person", to);
        }
        if (why != null) {
            detail.put("why", why);
        }
        trail.note(act, item.number(), detail);
        String by = acting.current().account();
        if (item.assignee() != null || !by.equals(to)) {
            events.publishEvent(new HandedOn(
                    item.number(), item.center(), item.taskId(), item.assignee(), to, by, item.dueAt(), now(item)));
        }
    }

    private <T> T as(InboxItem item, Supplier<T> work) {
        return acting.as(acting.current().at(item.center()), work);
    }

    private Instant now(InboxItem item) {
        return clocks.of(item.number()).instant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
