package org.tasuki.bench;

import org.tasuki.inbox.InboxList;

/** What the inbox asks for the rows of its first page: those of the reader's desks, the soonest due first. */
final class InboxLook {

    static final int ROWS = 51;

    private InboxLook() {}

    static int firstPage(InboxList inbox) {
        return inbox.page(InboxList.Tab.ROLES, InboxList.Filter.NONE, InboxList.After.NOTHING, ROWS)
                .size();
    }
}
