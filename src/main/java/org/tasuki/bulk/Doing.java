package org.tasuki.bulk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.AuditTrail;
import org.tasuki.casefile.Refusal;
import org.tasuki.inbox.Completion;
import org.tasuki.inbox.Desk;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.Priority;
import org.tasuki.inbox.Push;
import org.tasuki.people.Acting;

/** Does an order to one task, as whoever acts, by the same door as if they had done it to this one alone. */
@Component
@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refusal.class)
class Doing {

    private final Judge judge;
    private final Push push;
    private final Desk desk;
    private final Priority priority;
    private final Acting acting;
    private final AuditTrail trail;

    Doing(Judge judge, Push push, Desk desk, Priority priority, Acting acting, AuditTrail trail) {
        this.judge = judge;
        this.push = push;
        this.desk = desk;
        this.priority = priority;
        this.acting = acting;
        this.trail = trail;
    }

    /**
     * @return why it was left as it is, or null when it is done
     * @throws Refusal when something changed between the look and the act
     */
    @Nullable
    Why to(String task, Order order) {
        Judge.Verdict verdict = judge.on(order, List.of(task));
        Why hindered = verdict.hindered().get(task);
        return hindered != null
                ? hindered
                : done(order, Objects.requireNonNull(verdict.items().get(task)));
    }

    private @Nullable Why done(Order order, InboxItem item) {
        String task = item.taskId();
        return switch (order.act()) {
            case GIVE -> came(push.give(task, text(order.person()), text(order.reason())));
            case BACK -> came(mine(item) ? desk.release(task) : push.putBack(task));
            case RAISE -> came(priority.raise(task, text(order.reason())));
            case LOWER -> came(priority.lower(task));
            case PRINT -> print(item);
        };
    }

    private @Nullable Why print(InboxItem item) {
        trail.note(
                org.tasuki.audit.Act.TASK_PRINTED,
                item.number(),
                Map.of("step", item.step(), "process", item.process()));
        return null;
    }

    private boolean mine(InboxItem item) {
        return acting.current().account().equals(item.assignee());
    }

    private static @Nullable Why came(Completion completion) {
        if (completion instanceof Completion.Done) {
            return null;
        }
        return completion instanceof Completion.Gone ? Why.GONE : Why.CHANGED;
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
