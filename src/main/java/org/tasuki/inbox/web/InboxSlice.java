package org.tasuki.inbox.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.InboxList.After;
import org.tasuki.inbox.Stretch;

/**
 * One page of the list. Pages are cut along the tasks that nobody put first; those that somebody did stand before the others of their
 * stretch of time, on the page on which it begins.
 *
 * @param walked what the page was cut along
 * @param shown with what is put first, stretch by stretch
 * @param before whether there is more before it, {@code behind} after it
 */
record InboxSlice(List<InboxItem> walked, List<InboxItem> shown, boolean before, boolean behind) {

    static final int RAISED_MOST = 50;

    /** @param asked one more than a page: in the direction asked for, it tells whether there is more */
    static InboxSlice of(List<InboxItem> asked, List<InboxItem> raised, After place, int page, Instant now) {
        boolean full = asked.size() > page;
        boolean back = place.backwards();
        List<InboxItem> walked = !full ? asked : back ? asked.subList(1, asked.size()) : asked.subList(0, page);
        boolean before = !walked.isEmpty() && (back ? full : !After.NOTHING.equals(place));
        boolean behind = !walked.isEmpty() && (back || full);
        Instant last = behind ? walked.get(walked.size() - 1).dueHere() : null;
        Instant previous = !before ? null : back ? asked.get(0).dueHere() : place.dueHere();
        List<InboxItem> shown = new ArrayList<>(walked);
        raised.stream().filter(item -> begins(item, previous, last, now)).forEach(shown::add);
        shown.sort(Comparator.comparing((InboxItem item) -> Stretch.of(item.dueHere(), now))
                .thenComparing(item -> !raised.contains(item))
                .thenComparing(InboxItem::dueHere)
                .thenComparing(InboxItem::taskId));
        return new InboxSlice(walked, shown, before, behind);
    }

    /** Whether its stretch of time begins on this page: after what stands before it, and not beyond its last row. */
    private static boolean begins(InboxItem item, @Nullable Instant previous, @Nullable Instant last, Instant now) {
        Stretch its = Stretch.of(item.dueHere(), now);
        return (previous == null || Stretch.of(previous, now).compareTo(its) < 0)
                && (last == null || its.compareTo(Stretch.of(last, now)) <= 0);
    }

    InboxItem first() {
        return walked.get(0);
    }

    InboxItem last() {
        return walked.get(walked.size() - 1);
    }
}
