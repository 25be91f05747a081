package org.tasuki.inbox;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a task was opened from: only pages that some room named, so that no address leads out of the house. */
@Component
public class WaysBack {

    /** Travels beside a form's own fields. */
    public static final String FIELD = "_from";

    private static final WayBack INBOX = new WayBack("", "/inbox", "inbox.task.back");

    private final ObjectProvider<WayBack> known;

    WaysBack(ObjectProvider<WayBack> known) {
        this.known = known;
    }

    /** The inbox, when no page is meant that anybody knows. */
    public WayBack of(@Nullable String key) {
        return known.stream().filter(one -> one.key().equals(key)).findFirst().orElse(INBOX);
    }

    /** Another page of the house, from which the way back is the same. */
    public static String at(String path, WayBack back) {
        return back.key().isEmpty() ? path : path + "?from=" + back.key();
    }

    /** Where somebody is led who has decided: to where they came from, if that is known; else to the page itself. */
    public String after(String from, String page) {
        WayBack back = of(from);
        return back.key().isEmpty() ? page : back.address();
    }

    /** The task's page, from which the way back is the same. */
    public static String task(String id, WayBack back) {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath("/tasks/{id}");
        return (back.key().isEmpty() ? path : path.queryParam("from", back.key()))
                .build(id)
                .toString();
    }
}
