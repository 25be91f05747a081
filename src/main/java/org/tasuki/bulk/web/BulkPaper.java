package org.tasuki.bulk.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.bulk.BulkRun;
import org.tasuki.bulk.BulkRuns;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.InboxList;
import org.tasuki.paper.Paper;
import org.tasuki.people.Acting;
import org.tasuki.people.Offices;
import org.tasuki.people.People;
import org.tasuki.web.Dates;

/** A selection on paper: a list, and a sheet for each task if wished. Printed is what the run noted, and its reader still sees. */
@Component
@Transactional
class BulkPaper {

    static final int SHEETS_MOST = 100;

    private final BulkRuns runs;
    private final InboxList inbox;
    private final StepWords words;
    private final People people;
    private final Offices offices;
    private final Paper paper;
    private final Dates dates;
    private final MessageSource texts;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;

    BulkPaper(
            BulkRuns runs,
            InboxList inbox,
            StepWords words,
            People people,
            Offices offices,
            Paper paper,
            Dates dates,
            MessageSource texts,
            Acting acting,
            AuditTrail trail,
            Clock clock) {
        this.runs = runs;
        this.inbox = inbox;
        this.words = words;
        this.people = people;
        this.offices = offices;
        this.paper = paper;
        this.dates = dates;
        this.texts = texts;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param child null where it is not known */
    record Sheet(
            String number,
            @Nullable String child,
            @Nullable String kana,
            @Nullable String birth,
            String urgency,
            boolean raised,
            String step,
            String process,
            String due,
            String left,
            @Nullable String holder,
            String why) {}

    public byte[] of(BulkRun run, boolean sheets, Locale language) {
        List<String> done = runs.rows(run.id()).stream()
                .filter(row -> row.state() == BulkRun.RowState.DONE)
                .map(BulkRun.Row::taskId)
                .toList();
        List<Sheet> listed =
                inbox.find(done).stream().map(item -> sheet(item, language)).toList();
        boolean each = sheets && listed.size() <= SHEETS_MOST;
        trail.note(
                Act.BULK_TAKEN_OUT,
                Map.of(
                        "run",
                        run.id().toString(),
                        "tasks",
                        String.valueOf(listed.size()),
                        "sheets",
                        String.valueOf(each)));
        return paper.of(
                "bulk/paper",
                Map.of(
                        "office",
                        office(run, language),
                        "who",
                        people.name(run.account()).in(language),
                        "at",
                        dates.full(clock.instant()),
                        "tasks",
                        listed,
                        "gone",
                        run.size() - listed.size(),
                        "sheets",
                        each),
                language);
    }

    private String office(BulkRun run, Locale language) {
        return offices.center(run.center())
                .map(center -> center.name().in(language))
                .orElse(run.center());
    }

    private Sheet sheet(InboxItem item, Locale language) {
        return new Sheet(
                item.number().value(),
                item.childName(),
                item.childKana(),
                item.childBirthDate() == null ? null : dates.day(item.childBirthDate()),
                item.urgency().equals("none") ? text("inbox.urgency.none", language) : item.urgency(),
                item.raised(),
                words.step(item.process(), item.step()).in(language),
                words.process(item.process()).in(language),
                dates.full(item.dueAt()),
                dates.left(item.dueAt(), item.now()),
                item.assignee() == null ? null : people.name(item.assignee()).in(language),
                words.why(item.process(), item.step()).in(language));
    }

    private String text(String key, Locale language) {
        return Objects.requireNonNull(texts.getMessage(key, null, language));
    }
}
