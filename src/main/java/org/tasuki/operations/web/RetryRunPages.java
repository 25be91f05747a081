package org.tasuki.operations.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.tasuki.operations.RetryRun;
import org.tasuki.operations.RetryRuns;
import org.tasuki.people.People;

/** The pages of runs as their templates draw them. */
@Component
@Transactional(readOnly = true)
class RetryRunPages {

    private static final int LATEST = 5;

    private final RetryRuns runs;
    private final TroubleTable words;
    private final People people;
    private final Clock clock;

    RetryRunPages(RetryRuns runs, TroubleTable words, People people, Clock clock) {
        this.runs = runs;
        this.words = words;
        this.people = people;
        this.clock = clock;
    }

    /** @param why of one that failed */
    record Row(String number, String step, String state, @Nullable String why) {}

    record Line(String id, String cause, String state, Instant at, String by, int settled, int size, int failed) {}

    void run(RetryRun run, Locale language, Model model) {
        progress(run, model);
        model.addAttribute("by", people.name(run.account()).in(language));
        model.addAttribute("begun", run.begunAt());
        model.addAttribute("ended", run.endedAt());
        model.addAttribute("now", clock.instant());
        model.addAttribute("rows", rows(run, language));
    }

    void progress(RetryRun run, Model model) {
        RetryRun.Progress progress = runs.progress(run);
        model.addAttribute("id", run.id());
        model.addAttribute("cause", run.cause());
        model.addAttribute("state", run.state().key());
        model.addAttribute("size", progress.all());
        model.addAttribute("settled", progress.settled());
        model.addAttribute("done", progress.done());
        model.addAttribute("gone", progress.gone());
        model.addAttribute("failed", progress.failed());
    }

    private List<Row> rows(RetryRun run, Locale language) {
        return runs.rows(run).stream()
                .map(row -> new Row(
                        row.number(), words.step(row.process(), row.element(), language), row.state(), row.why()))
                .toList();
    }

    /** So that a run that somebody left is found again. */
    List<Line> latest(Locale language) {
        return runs.latest(LATEST).stream().map(run -> line(run, language)).toList();
    }

    private Line line(RetryRun run, Locale language) {
        RetryRun.Progress progress = runs.progress(run);
        return new Line(
                run.id().toString(),
                run.cause(),
                run.state().key(),
                run.begunAt(),
                people.name(run.account()).in(language),
                progress.settled(),
                progress.all(),
                progress.failed());
    }
}
