package org.tasuki.bulk.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.bulk.BulkRuns;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.InboxList;
import org.tasuki.inbox.InboxList.After;
import org.tasuki.inbox.InboxList.Filter;
import org.tasuki.inbox.InboxList.Tab;

/** Which tasks somebody means. What they do not see is none, whatever its number: so nobody learns whether it exists. */
@Component
@Transactional
class Selections {

    private final InboxList inbox;
    private final BulkRuns runs;

    Selections(InboxList inbox, BulkRuns runs) {
        this.inbox = inbox;
        this.runs = runs;
    }

    /**
     * @param run null with a problem
     * @param gone how many of the ticked are not there any more
     */
    record Chosen(@Nullable UUID run, String problem, int gone) {

        static Chosen not(String problem) {
            return new Chosen(null, problem, 0);
        }
    }

    public Chosen of(List<String> ticked) {
        List<String> tasks = ticked.stream()
                .filter(task -> task.indexOf('\0') < 0) // the database bears no such character
                .distinct()
                .toList();
        if (tasks.isEmpty()) {
            return Chosen.not("bulk.chosen.none");
        }
        if (tasks.size() > BulkRuns.MOST) {
            return Chosen.not("bulk.chosen.tooMany");
        }
        List<InboxItem> items = inbox.find(tasks);
        return items.isEmpty()
                ? Chosen.not("bulk.chosen.allGone")
                : new Chosen(runs.choose(items), "", tasks.size() - items.size());
    }

    public Chosen all(Tab tab, Filter filter) {
        List<InboxItem> listed = inbox.page(tab, filter, After.NOTHING, BulkRuns.MOST + 1);
        if (listed.size() > BulkRuns.MOST) {
            return Chosen.not("bulk.chosen.tooMany");
        }
        return listed.isEmpty()
                ? Chosen.not("bulk.chosen.empty")
                : of(listed.stream().map(InboxItem::taskId).toList());
    }
}
