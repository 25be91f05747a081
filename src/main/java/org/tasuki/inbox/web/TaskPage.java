package org.tasuki.inbox.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tasuki.casefile.web.CaseViews;

/** A task as templates/inbox/task.html draws it. */
record TaskPage(
        String id,
        String number,
        String step,
        String process,
        String why,
        @Nullable String law,
        Instant since,
        Instant due,
        Instant now,
        boolean over,
        String lateReason,
        @Nullable String holder,
        boolean mine,
        boolean claimable,
        @Nullable Instant savedAt,
        String complete,
        List<Consequence> consequences,
        int problems,
        CaseViews.@Nullable Child child,
        List<CaseViews.Deadline> deadlines,
        List<CaseViews.Contact> contacts,
        List<CaseViews.Person> family,
        CaseViews.Diagram diagram) {

    /** @param due when it would be due, where that can be known beforehand */
    record Consequence(String text, @Nullable String limit) {}
}
