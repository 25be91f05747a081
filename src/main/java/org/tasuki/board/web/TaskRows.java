package org.tasuki.board.web;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.inbox.InboxItem;
import org.tasuki.people.People;

/** Open tasks in the reader's words. */
@Component
class TaskRows {

    private final StepWords steps;
    private final People people;

    TaskRows(StepWords steps, People people) {
        this.steps = steps;
        this.people = people;
    }

    List<TaskRow> of(List<InboxItem> items, Locale language) {
        return items.stream().map(item -> row(item, language)).toList();
    }

    private TaskRow row(InboxItem item, Locale language) {
        String assignee = item.assignee();
        return new TaskRow(
                item.taskId(),
                item.number().value(),
                item.childName(),
                steps.step(item.process(), item.step()).in(language),
                item.urgency(),
                assignee == null ? desk(item, language) : people.name(assignee).in(language),
                assignee != null,
                item.bornAt(),
                item.dueAt(),
                item.now(),
                item.over());
    }

    private String desk(InboxItem item, Locale language) {
        String agency = item.agency();
        return (agency == null ? people.desk(item.desk()) : people.agency(agency)).in(language);
    }
}
