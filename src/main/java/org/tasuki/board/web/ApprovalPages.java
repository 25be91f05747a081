package org.tasuki.board.web;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.board.Approvals;
import org.tasuki.casefile.web.EmergencyViews;
import org.tasuki.casefile.web.Papers;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.inbox.FourEyes;
import org.tasuki.inbox.InboxItem;
import org.tasuki.people.Acting;
import org.tasuki.people.People;
import org.tasuki.retention.Disposals;

/** Puts together what is needed to approve, or not, without opening the case. */
@Component
@Transactional(readOnly = true)
class ApprovalPages {

    private static final int MOST = 30;

    private final Approvals approvals;
    private final Disposals disposals;
    private final FourEyes fourEyes;
    private final TaskRows tasks;
    private final StepWords words;
    private final Papers papers;
    private final EmergencyViews emergencies;
    private final People people;
    private final Acting acting;

    ApprovalPages(
            Approvals approvals,
            Disposals disposals,
            FourEyes fourEyes,
            TaskRows tasks,
            StepWords words,
            Papers papers,
            EmergencyViews emergencies,
            People people,
            Acting acting) {
        this.approvals = approvals;
        this.disposals = disposals;
        this.fourEyes = fourEyes;
        this.tasks = tasks;
        this.words = words;
        this.papers = papers;
        this.emergencies = emergencies;
        this.people = people;
        this.acting = acting;
    }

    /** @param more than are shown */
    record Page(List<ApprovalRow> rows, List<DisposalRow> disposals, boolean more) {}

    /** All that waits for the reader, listed or not. */
    int count() {
        return approvals.count() + disposals.count();
    }

    Page page(Locale language) {
        List<InboxItem> items = approvals.first(MOST + 1);
        List<ApprovalRow> rows =
                items.stream().limit(MOST).map(item -> row(item, language)).toList();
        List<Disposals.Disposal> records = disposals.first(MOST + 1);
        return new Page(
                rows,
                records.stream().limit(MOST).map(one -> row(one, language)).toList(),
                items.size() > MOST || records.size() > MOST);
    }

    private DisposalRow row(Disposals.Disposal disposal, Locale language) {
        return new DisposalRow(
                disposal.number().value(),
                disposal.choice(),
                disposal.keepUntil(),
                disposal.reason(),
                people.name(disposal.proposedBy()).in(language),
                disposal.proposedAt(),
                acting.current().account().equals(disposal.proposedBy()));
    }

    private ApprovalRow row(InboxItem item, Locale language) {
        String proposer = fourEyes.proposer(item).orElse(null);
        return new ApprovalRow(
                tasks.of(List.of(item), language).get(0),
                words.why(item.process(), item.step()).in(language),
                proposer == null ? null : people.name(proposer).in(language),
                acting.current().account().equals(proposer),
                papers.before(item.number(), item.center(), item.handOver(), language),
                emergencies.forTask(item.number(), item.process(), language));
    }
}
