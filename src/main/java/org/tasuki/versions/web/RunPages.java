package org.tasuki.versions.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tasuki.deadlines.DeadlineRules;
import org.tasuki.engine.Moved;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.ProcessFacts;
import org.tasuki.engine.RunningInstance;
import org.tasuki.engine.StepFacts;
import org.tasuki.engine.StepKind;
import org.tasuki.terms.Japan;
import org.tasuki.terms.Text;
import org.tasuki.versions.Move;
import org.tasuki.versions.MoveBook;
import org.tasuki.versions.Moves;
import org.tasuki.versions.Version;
import org.tasuki.versions.Versions;

/** The pages of moves as their templates draw them. A case is its number here; whoever reads this reaches none. */
@Component
public class RunPages {

    /** Each is moved and put back: more would keep somebody waiting. */
    private static final int A_PAGE = 50;

    private static final int ROWS_MOST = 1_000;

    private final Versions versions;
    private final MoveBook book;
    private final Moves moves;
    private final ProcessCatalog catalog;
    private final DeadlineRules rules;
    private final VersionPages pages;
    private final Clock clock;

    RunPages(
            Versions versions,
            MoveBook book,
            Moves moves,
            ProcessCatalog catalog,
            DeadlineRules rules,
            VersionPages pages,
            Clock clock) {
        this.versions = versions;
        this.book = book;
        this.moves = moves;
        this.catalog = catalog;
        this.rules = rules;
        this.pages = pages;
        this.clock = clock;
    }

    /** A step that cases stand at and the version has not. */
    public record Lost(String id, String name, String as) {}

    public record Option(String id, String name) {}

    public record Place(String from, @Nullable String to) {}

    public record Limit(String rule, @Nullable Instant before, @Nullable Instant after) {}

    public record Left(@Nullable String element, String why) {}

    public record Line(String number, int version, List<Place> places, List<Limit> limits, List<Left> left) {}

    /** @param why null where it has gone over, or waits */
    public record Row(@Nullable String number, String state, @Nullable String why, @Nullable String element) {}

    void dry(Version version, Map<String, String> renamed, int after, Locale language, Model model) {
        String process = Objects.requireNonNull(version.process());
        List<RunningInstance> behind = book.behind(version);
        List<Line> lines = behind.stream()
                .skip(after)
                .limit(A_PAGE)
                .map(one -> line(one, moves.dry(one, version, renamed), language))
                .toList();
        model.addAttribute("id", version.id());
        model.addAttribute("process", pages.name(process, language));
        model.addAttribute("lost", lost(version, renamed, language));
        model.addAttribute("options", options(process, language));
        model.addAttribute("renamed", renamed);
        model.addAttribute("size", behind.size());
        model.addAttribute("first", after + 1);
        model.addAttribute("last", after + lines.size());
        model.addAttribute(
                "goes", lines.stream().filter(one -> one.left().isEmpty()).count());
        model.addAttribute(
                "stays", lines.stream().filter(one -> !one.left().isEmpty()).count());
        model.addAttribute("lines", lines);
    }

    private List<Lost> lost(Version version, Map<String, String> renamed, Locale language) {
        String process = Objects.requireNonNull(version.process());
        ProcessFacts now = catalog.process(process).orElseThrow();
        List<Lost> lost = new ArrayList<>();
        for (String id : new TreeSet<>(book.standing(version))) {
            if (now.step(id).isEmpty()) {
                catalog.step(process, id)
                        .filter(step -> step.kind() == StepKind.TASK)
                        .ifPresent(
                                step -> lost.add(new Lost(id, step.name().in(language), renamed.getOrDefault(id, ""))));
            }
        }
        return lost;
    }

    private List<Option> options(String process, Locale language) {
        return catalog.process(process).orElseThrow().tasks().stream()
                .map(step -> new Option(step.id(), step.name().in(language)))
                .toList();
    }

    private Line line(RunningInstance one, Moved moved, Locale language) {
        return new Line(
                one.number().value(),
                one.version(),
                moved.places().stream()
                        .map(place -> new Place(
                                step(one.process(), place.step(), language),
                                place.to() == null || place.to().equals(place.step())
                                        ? null
                                        : step(one.process(), place.to(), language)))
                        .toList(),
                moved.timers().stream()
                        .map(timer -> new Limit(rule(timer.rule(), language), timer.before(), timer.after()))
                        .toList(),
                moved.hindrances().stream()
                        .map(why -> new Left(
                                place(one.process(), why.element(), language),
                                why.why().key()))
                        .toList());
    }

    /** Null where it is the case as a whole that stays: its name is the engine's, and says nothing. */
    private @Nullable String place(String process, String element, Locale language) {
        return element.equals(process)
                ? pages.name(process, language)
                : catalog.step(process, element)
                        .map(found -> step(process, element, language))
                        .orElse(null);
    }

    private String rule(String rule, Locale language) {
        return rules.rule(rule, LocalDate.ofInstant(clock.instant(), Japan.ZONE))
                .label()
                .in(language);
    }

    private String step(String process, String step, Locale language) {
        return catalog.step(process, step)
                .map(StepFacts::name)
                .filter(name -> !name.ja().isBlank())
                .orElse(new Text(step, step))
                .in(language);
    }

    void run(Move move, Locale language, Model model) {
        Version version = versions.find(move.version()).orElseThrow();
        String process = Objects.requireNonNull(version.process());
        Move.Progress progress = book.progress(move);
        model.addAttribute("id", move.id());
        model.addAttribute("version", version.id());
        model.addAttribute("process", pages.name(process, language));
        model.addAttribute("state", move.state().key());
        model.addAttribute("size", move.size());
        model.addAttribute("settled", progress.settled());
        model.addAttribute("moved", progress.moved());
        model.addAttribute("left", progress.left());
        model.addAttribute("begun", move.begunAt());
        model.addAttribute("ended", move.endedAt());
        model.addAttribute(
                "rows",
                book.rows(move, ROWS_MOST).stream()
                        .map(row -> new Row(
                                row.number(),
                                row.state(),
                                row.why(),
                                row.element() == null ? null : place(process, row.element(), language)))
                        .toList());
        model.addAttribute("now", clock.instant());
    }
}
