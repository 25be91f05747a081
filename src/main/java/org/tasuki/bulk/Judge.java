package org.tasuki.bulk;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.inbox.FourEyes;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.InboxList;
import org.tasuki.inbox.Push;
import org.tasuki.people.Accounts;
import org.tasuki.people.Acting;
import org.tasuki.people.SignedIn;
import org.tasuki.staffing.Candidate.Hindrance;
import org.tasuki.staffing.Candidates;
import org.tasuki.terms.CaseNumber;

/**
 * Which tasks an order can be done to, and why not the others, as whoever acts. The preview asks it for all of them at once, the run
 * once more for each before it is touched: so both say the same.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Judge {

    private final InboxList inbox;
    private final Push push;
    private final Candidates candidates;
    private final FourEyes fourEyes;
    private final Accounts accounts;
    private final Acting acting;

    Judge(InboxList inbox, Push push, Candidates candidates, FourEyes fourEyes, Accounts accounts, Acting acting) {
        this.inbox = inbox;
        this.push = push;
        this.candidates = candidates;
        this.fourEyes = fourEyes;
        this.accounts = accounts;
        this.acting = acting;
    }

    /**
     * @param items by task: those that the actor sees
     * @param hindered by task
     */
    public record Verdict(Map<String, InboxItem> items, Map<String, Why> hindered) {}

    public Verdict on(Order order, Collection<String> tasks) {
        Map<String, InboxItem> items =
                inbox.find(tasks).stream().collect(Collectors.toMap(InboxItem::taskId, Function.identity()));
        Map<String, Why> hindered = new HashMap<>();
        tasks.stream().filter(task -> !items.containsKey(task)).forEach(task -> hindered.put(task, Why.GONE));
        if (order.act() != Order.Act.PRINT) {
            Set<String> allowed = push.allowed(items.values());
            Receiver receiver = receiver(order, items.values());
            items.forEach((task, item) -> {
                Why why = why(order, item, allowed.contains(task), receiver);
                if (why != null) {
                    hindered.put(task, why);
                }
            });
        }
        return new Verdict(items, hindered);
    }

    private @Nullable Why why(Order order, InboxItem item, boolean allowed, @Nullable Receiver receiver) {
        boolean mine = acting.current().account().equals(item.assignee());
        if (item.agency() != null) {
            return Why.AGENCYS;
        }
        if (order.act() == Order.Act.BACK && item.assignee() == null) {
            return Why.ALREADY;
        }
        if (!allowed && !(mine && order.act() == Order.Act.BACK)) {
            return Why.NOT_YOURS;
        }
        return switch (order.act()) {
            case GIVE -> receiver == null ? Why.ELSEWHERE : receiver.why(item);
            case RAISE -> item.raised() ? Why.ALREADY : null;
            case LOWER -> item.raised() ? null : Why.ALREADY;
            case BACK, PRINT -> null;
        };
    }

    /** Whoever is to have them; null when there is nobody of that name at the center. */
    private @Nullable Receiver receiver(Order order, Collection<InboxItem> items) {
        String center = acting.current().center();
        return order.person() == null
                ? null
                : accounts.find(order.person())
                        .filter(SignedIn::enabled)
                        .filter(person ->
                                center != null && center.equals(person.actor().center()))
                        .map(person -> new Receiver(person, fourEyes, hindrances(person, center, items)))
                        .orElse(null);
    }

    private Map<CaseNumber, Hindrance> hindrances(
            SignedIn person, @Nullable String center, Collection<InboxItem> items) {
        List<CaseNumber> cases =
                items.stream().map(InboxItem::number).distinct().toList();
        return center == null
                ? Map.of()
                : acting.as(acting.current().at(center), () -> candidates.hindrances(person.getUsername(), cases));
    }

    private record Receiver(SignedIn person, FourEyes fourEyes, Map<CaseNumber, Hindrance> hindrances) {

        @Nullable
        Why why(InboxItem item) {
            if (!person.actor().desks().contains(item.desk())) {
                return Why.ELSEWHERE;
            }
            Hindrance hindrance = hindrances.get(item.number());
            if (hindrance != null) {
                return Why.of(hindrance);
            }
            if (fourEyes.keepsOut(item, person.getUsername())) {
                return Why.PROPOSED;
            }
            return person.getUsername().equals(item.assignee()) ? Why.ALREADY : null;
        }
    }
}
