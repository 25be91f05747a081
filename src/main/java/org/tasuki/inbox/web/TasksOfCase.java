package org.tasuki.inbox.web;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.web.CaseTasks;
import org.tasuki.inbox.InboxList;
import org.tasuki.terms.CaseNumber;

/** Leads from a case to its open tasks. */
@Component
class TasksOfCase implements CaseTasks {

    private final InboxList inbox;
    private final InboxPages rows;

    TasksOfCase(InboxList inbox, InboxPages rows) {
        this.inbox = inbox;
        this.rows = rows;
    }

    @Override
    public List<Open> of(CaseNumber number, Locale language) {
        return inbox.ofCase(number).stream()
                .map(item -> rows.row(item, language))
                .map(row -> new Open(row.step(), "/tasks/" + row.id(), row.addressee(), row.holder()))
                .toList();
    }
}
