package org.tasuki.bulk.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.tasuki.bulk.Order;
import org.tasuki.inbox.Push;
import org.tasuki.terms.Typing;

/** What somebody chose to do to a selection, as it was sent. */
public final class OrderSheet {

    private static final int LONGEST = 60;

    private final MultiValueMap<String, String> typed;
    private final Map<String, String> problems = new LinkedHashMap<>();

    OrderSheet(MultiValueMap<String, String> typed) {
        this.typed = typed;
    }

    public String text(String field) {
        String text = Typing.visible(Objects.requireNonNullElse(typed.getFirst(field), ""));
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    public @Nullable String problem(String field) {
        return problems.get(field);
    }

    /** Nothing was chosen yet, because the page has just been opened. */
    boolean untouched() {
        return !typed.containsKey("act") && !typed.containsKey("person") && !typed.containsKey("reason");
    }

    /** What was chosen, or null with a problem at each field that lacks. */
    @Nullable
    Order read() {
        Order.Act act = Order.Act.find(text("act")).orElse(null);
        if (act == null) {
            problems.put("act", "bulk.act.missing");
            return null;
        }
        if (act == Order.Act.GIVE && text("person").isEmpty()) {
            problems.put("person", "inbox.push.person.missing");
        }
        if (act.asksWhy() && !Push.Reason.known(text("reason"))) {
            problems.put("reason", "inbox.push.reason.missing");
        }
        return problems.isEmpty()
                ? new Order(act, act == Order.Act.GIVE ? text("person") : null, act.asksWhy() ? text("reason") : null)
                : null;
    }
}
