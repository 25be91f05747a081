package org.tasuki.inbox;

import java.util.Set;

/**
 * Something moved on these lists, on this node or another. Says which lists and nothing else; empty means any of them, after a time
 * in which nobody listened.
 */
public record InboxMoved(Set<String> lanes) {

    public boolean concerns(Set<String> lists) {
        return lanes.isEmpty() || lanes.stream().anyMatch(lists::contains);
    }
}
