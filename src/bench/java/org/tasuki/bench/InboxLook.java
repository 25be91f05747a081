package org.tasuki.bench;

import org.tasuki.inbox.InboxList;

/** What the inbox asks for its first page. */
final class InboxLook {

    private InboxLook() {}

    static void firstPage(InboxList inbox) {
        inbox.page(InboxList.Tab.ROLES, InboxList.Filter.NONE, InboxList.After.NOTHING, 51);
        inbox.counts();
        inbox.stretches(InboxList.Tab.ROLES, InboxList.Filter.NONE);
    }
}
