package org.tasuki.inbox.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.CaseFiles;
import org.tasuki.casefile.Drafts;
import org.tasuki.casefile.web.CaseShown;
import org.tasuki.casefile.web.CommentsTab;
import org.tasuki.casefile.web.EmergencyViews;
import org.tasuki.casefile.web.Papers;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.casefile.web.Ways;
import org.tasuki.deadlines.Deadlines;
import org.tasuki.deadlines.RunningDeadline;
import org.tasuki.forms.Forms;
import org.tasuki.forms.Problem;
import org.tasuki.inbox.Desk;
import org.tasuki.inbox.InboxItem;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.People;

/** Gathers what a task's page shows beside its form. */
@Component
class TaskPages {

    private static final int LAST_CONTACTS = 3;
    private static final int LAST_COMMENTS = 3;

    private final CaseFiles files;
    private final CaseShown shown;
    private final CommentsTab comments;
    private final Papers papers;
    private final EmergencyViews emergencies;
    private final Ways ways;
    private final Deadlines deadlines;
    private final Drafts drafts;
    private final Forms forms;
    private final StepWords words;
    private final MessageSource texts;
    private final InboxPages rows;
    private final People people;
    private final Acting acting;

    TaskPages(
            CaseFiles files,
            CaseShown shown,
            CommentsTab comments,
            Papers papers,
            EmergencyViews emergencies,
            Ways ways,
            Deadlines deadlines,
            Drafts drafts,
            Forms forms,
            StepWords words,
            MessageSource texts,
            InboxPages rows,
            People people,
            Acting acting) {
        this.files = files;
        this.shown = shown;
        this.comments = comments;
        this.papers = papers;
        this.emergencies = emergencies;
        this.ways = ways;
        this.deadlines = deadlines;
        this.drafts = drafts;
        this.forms = forms;
        this.words = words;
        this.texts = texts;
        this.rows = rows;
        this.people = people;
        this.acting = acting;
    }

    /** @param typed what the form shows; its late reason is kept too */
    @Transactional(readOnly = true)
    TaskPage page(InboxItem item, Map<String, List<String>> typed, List<Problem> problems, Locale language) {
        Actor me = acting.current();
        String holder = item.assignee();
        Optional<CaseFile> file = files.find(item.number());
        return new TaskPage(
                item.taskId(),
                item.number().value(),
                words.step(item.process(), item.step()).in(language),
                words.process(item.process()).in(language),
                words.why(item.process(), item.step()).in(language),
                law(item, language),
                rows.addressee(item, language),
                item.bornAt(),
                item.dueAt(),
                item.now(),
                item.over(),
                lateReason(typed),
                lateProblem(problems),
                holder == null ? null : people.name(holder).in(language),
                me.account().equals(holder),
                holder == null && me.desks().contains(item.desk()),
                drafts.savedAt(item.taskId(), me.account()).orElse(null),
                forms.form(item.form()).complete().in(language),
                consequences(item, language),
                file.map(found -> shown.child(found.child(), language)).orElse(null),
                item.center().equals(me.center()),
                papers.before(item.number(), item.center(), item.handOver(), language),
                emergencies.forTask(item.number(), item.process(), language),
                shown.deadlines(item.number(), language),
                shown.contacts(item.number(), LAST_CONTACTS, language),
                comments.last(item.number(), LAST_COMMENTS, language),
                shown.family(item.number(), language),
                ways.diagram(item.number(), item.process(), language));
    }

    private @Nullable String law(InboxItem item, Locale language) {
        return deadlines.ofWait(item.waitId()).stream()
                .findFirst()
                .map(RunningDeadline::source)
                .map(source -> source.in(language))
                .orElse(null);
    }

    private List<TaskPage.Consequence> consequences(InboxItem item, Locale language) {
        List<TaskPage.Consequence> all = words.next(item.process(), item.step()).stream()
                .map(next -> new TaskPage.Consequence(
                        next.when().in(language),
                        next.name().in(language),
                        words.limit(item.process(), next.step())
                                .map(limit -> limit.label().in(language))
                                .orElse(null)))
                .toList();
        return together(all, texts.getMessage("inbox.task.consequence.and", null, language));
    }

    /** Steps that follow from the same choice within the same time are one line. */
    private static List<TaskPage.Consequence> together(List<TaskPage.Consequence> all, String and) {
        Map<List<String>, TaskPage.Consequence> lines = new LinkedHashMap<>();
        for (TaskPage.Consequence one : all) {
            lines.merge(
                    List.of(one.when(), String.valueOf(one.limit())),
                    one,
                    (line, next) ->
                            new TaskPage.Consequence(line.when(), line.text() + and + next.text(), line.limit()));
        }
        return List.copyOf(lines.values());
    }

    private static @Nullable String lateProblem(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> Desk.LATE_REASON.equals(problem.path()))
                .findFirst()
                .map(Problem::message)
                .orElse(null);
    }

    private static String lateReason(Map<String, List<String>> typed) {
        List<String> values = Objects.requireNonNullElse(typed.get(Desk.LATE_REASON), List.of());
        return values.isEmpty() ? "" : values.get(0);
    }
}
