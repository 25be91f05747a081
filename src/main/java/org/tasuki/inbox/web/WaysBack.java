package org.tasuki.inbox.web;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.tasuki.inbox.WayBack;

/** Where a task was opened from: only pages that some room named, so that no address leads out of the house. */
@Component
class WaysBack {

    static final String FIELD = "_from";

    private static final WayBack INBOX = new WayBack("", "/inbox", "inbox.task.back");

    private final ObjectProvider<WayBack> known;

    WaysBack(ObjectProvider<WayBack> known) {
        this.known = known;
    }

    /** The inbox, when no page is meant that anybody knows. */
    WayBack of(@Nullable String key) {
        return known.stream().filter(one -> one.key().equals(key)).findFirst().orElse(INBOX);
    }

    /** The task's page, from which the way back is the same. */
    static String task(String id, WayBack back) {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath("/tasks/{id}");
        return (back.key().isEmpty() ? path : path.queryParam("from", back.key()))
                .build(id)
                .toString();
    }
}
