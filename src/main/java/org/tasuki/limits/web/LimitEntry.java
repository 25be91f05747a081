package org.tasuki.limits.web;

import java.util.Map;
import org.tasuki.terms.Typing;

/** What was typed on the page of a case's limits, and what is wrong with it. @param form waiver, pause or resumption */
record LimitEntry(long deadline, String form, String day, String reason, Map<String, String> problems) {

    static final LimitEntry NOTHING = new LimitEntry(0, "", "", "", Map.of());

    LimitEntry with(Map<String, String> found) {
        return new LimitEntry(deadline, form, Typing.visible(day), Typing.visible(reason), found);
    }
}
