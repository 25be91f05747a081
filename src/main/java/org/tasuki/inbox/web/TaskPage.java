package org.tasuki.inbox.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tasuki.casefile.web.CaseViews;
import org.tasuki.casefile.web.CommentsTab;
import org.tasuki.casefile.web.EmergencyViews;
import org.tasuki.casefile.web.Papers;

/** A task as templates/inbox/task.html draws it. */
record TaskPage(
        String id,
        String number,
        String step,
        String process,
        String why,
        @Nullable String law,
        @Nullable String addressee,
        Instant since,
        Instant due,
        Instant now,
        boolean over,
        String lateReason,
        @Nullable String lateProblem,
        @Nullable String holder,
        boolean mine,
        boolean claimable,
        @Nullable Instant savedAt,
        String complete,
        List<Consequence> consequences,
        CaseViews.@Nullable Child child,
        boolean ours,
        List<Papers.Paper> papers,
        List<EmergencyViews.Looked> looked,
        List<CaseViews.Deadline> deadlines,
        List<CaseViews.Contact> contacts,
        List<CommentsTab.Shown> comments,
        List<CaseViews.Person> family,
        CaseViews.Diagram diagram) {

    /**
     * What may follow when the task is completed.
     *
     * @param when the choices on the way there; empty where nothing is chosen
     * @param limit its own time limit in short
     */
    record Consequence(String when, String text, @Nullable String limit) {}
}
