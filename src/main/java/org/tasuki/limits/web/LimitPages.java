package org.tasuki.limits.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.web.CaseShown;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.deadlines.DeadlineWaivers;
import org.tasuki.deadlines.Deadlines;
import org.tasuki.deadlines.PauseRule;
import org.tasuki.deadlines.RunningDeadline;
import org.tasuki.limits.LimitDecisions;
import org.tasuki.limits.LimitHistory;
import org.tasuki.people.People;
import org.tasuki.terms.Japan;

/** The limits of one case as templates/limits/case.html draws them. */
@Component
@Transactional(readOnly = true)
class LimitPages {

    private final Deadlines deadlines;
    private final LimitDecisions decisions;
    private final LimitHistory history;
    private final CaseShown shown;
    private final CaseClocks clocks;
    private final StepWords words;
    private final People people;

    LimitPages(
            Deadlines deadlines,
            LimitDecisions decisions,
            LimitHistory history,
            CaseShown shown,
            CaseClocks clocks,
            StepWords words,
            People people) {
        this.deadlines = deadlines;
        this.decisions = decisions;
        this.history = history;
        this.shown = shown;
        this.clocks = clocks;
        this.words = words;
        this.people = people;
    }

    /** @param pauseLaw the law that lets it stand still */
    record Limit(
            long id,
            String step,
            String label,
            String law,
            Instant start,
            Instant due,
            List<String> notes,
            boolean mayWaive,
            boolean mayPause,
            boolean mayResume,
            @Nullable String pauseLaw,
            @Nullable LocalDate pauseUntil) {}

    record Change(
            Instant at, String step, String why, Instant before, Instant after, String who, @Nullable String reason) {}

    Map<String, Object> page(CaseFile file, LimitEntry entry, Locale language) {
        Instant now = clocks.of(file.number()).instant();
        LocalDate today = LocalDate.ofInstant(now, Japan.ZONE);
        boolean mayWaive = decisions.mayWaive(file);
        boolean mayPause = decisions.mayPause(file);
        Map<String, Object> page = new HashMap<>();
        page.put("number", file.number().value());
        page.put("now", now);
        page.put("tomorrow", today.plusDays(1));
        page.put("today", today);
        page.put("latest", today.plusDays(DeadlineWaivers.MOST_DAYS));
        page.put("most", DeadlineWaivers.MOST_DAYS);
        page.put("entry", entry);
        page.put(
                "limits",
                deadlines.ofCase(file.number()).stream()
                        .map(open -> limit(open, now, today, mayWaive, mayPause, language))
                        .toList());
        page.put(
                "changes",
                history.of(file.number()).stream()
                        .map(change -> change(change, language))
                        .toList());
        return page;
    }

    private Limit limit(
            RunningDeadline open, Instant now, LocalDate today, boolean mayWaive, boolean mayPause, Locale language) {
        PauseRule pause = open.pause();
        return new Limit(
                open.id(),
                words.step(open.process(), open.step()).in(language),
                open.label().in(language),
                open.source().in(language),
                open.startedAt(),
                open.dueAt(),
                shown.notes(open, language),
                mayWaive && open.waivable() && open.open(now),
                mayPause && pause != null && open.open(now),
                mayPause && open.paused(),
                pause == null ? null : pause.source().in(language),
                pause == null ? null : today.plusDays(pause.days()));
    }

    private Change change(LimitHistory.Change change, Locale language) {
        return new Change(
                change.at(),
                words.step(change.process(), change.step()).in(language),
                change.why(),
                change.before(),
                change.after(),
                people.name(change.by()).in(language),
                change.reason());
    }
}
