package org.tasuki.versions.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tasuki.engine.Difference;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.ProcessFacts;
import org.tasuki.engine.ProcessSource;
import org.tasuki.engine.VersionDiff;
import org.tasuki.terms.Text;
import org.tasuki.versions.LeftBehind;
import org.tasuki.versions.MoveBook;
import org.tasuki.versions.Version;
import org.tasuki.versions.Versions;

/** The pages of versions as their templates draw them. */
@Component
public class VersionPages {

    private final Versions versions;
    private final MoveBook moves;
    private final ProcessCatalog catalog;
    private final ChangeWords words;
    private final ObjectProvider<LeftBehind> followers;
    private final Clock clock;

    VersionPages(
            Versions versions,
            MoveBook moves,
            ProcessCatalog catalog,
            ChangeWords words,
            ObjectProvider<LeftBehind> followers,
            Clock clock) {
        this.versions = versions;
        this.moves = moves;
        this.catalog = catalog;
        this.words = words;
        this.followers = followers;
        this.clock = clock;
    }

    /** A version in a list. */
    public record Line(
            UUID id, String process, String file, String state, LocalDate from, String uploader, Instant at) {}

    public record Mistake(String element, String said) {}

    /** What is told elsewhere of the process, and would no longer fit. */
    public record Left(String kind, String name, String step, String stepName, String said) {}

    public record Run(UUID id, String state, int size, Instant at) {}

    void list(VersionEntry entry, Locale language, Model model) {
        model.addAttribute("entry", entry);
        model.addAttribute(
                "processes",
                catalog.processes().stream()
                        .map(process -> new Named(process.key(), process.name().in(language)))
                        .toList());
        model.addAttribute(
                "lines", versions.all().stream().map(one -> line(one, language)).toList());
        model.addAttribute("now", clock.instant());
    }

    public record Named(String key, String name) {}

    private Line line(Version one, Locale language) {
        return new Line(
                one.id(),
                name(one.process(), language),
                one.file(),
                one.state().key(),
                one.effectiveOn(),
                one.uploader(),
                one.uploadedAt());
    }

    void one(Version version, Locale language, Model model) {
        model.addAttribute("line", line(version, language));
        model.addAttribute("sha256", version.sha256());
        model.addAttribute("size", version.size());
        model.addAttribute(
                "findings",
                versions.findings(version).stream()
                        .map(one -> new Mistake(one.element(), one.message().in(language)))
                        .toList());
        List<Difference> differences = version.state() == Version.State.REFUSED
                ? List.of()
                : VersionDiff.between(versions.before(version), versions.xml(version));
        model.addAttribute("changes", words.of(differences, language));
        model.addAttribute("marksBefore", marks(differences, Difference.Kind.ADDED));
        model.addAttribute("marksAfter", marks(differences, Difference.Kind.REMOVED));
        boolean moves = this.moves.newest(version);
        model.addAttribute(
                "left", moves || version.state() == Version.State.WAITING ? left(version, language) : List.of());
        model.addAttribute("behind", moves ? this.moves.behind(version).size() : 0);
        model.addAttribute("newest", moves);
        model.addAttribute(
                "runs",
                this.moves.of(version).stream()
                        .map(run -> new Run(run.id(), run.state().key(), run.size(), run.begunAt()))
                        .toList());
        model.addAttribute("now", clock.instant());
    }

    /** Of one that is past, nobody tells any more. */
    private List<Left> left(Version version, Locale language) {
        String process = version.process();
        return process == null
                ? List.of()
                : followers
                        .orderedStream()
                        .flatMap(each ->
                                each.by(process, new ProcessSource(process + ".bpmn", versions.xml(version))).stream())
                        .map(one -> new Left(
                                one.kind(),
                                one.name().in(language),
                                one.step(),
                                one.stepName().in(language),
                                one.said().in(language)))
                        .toList();
    }

    /** As the diagram reads it: what is not in this file stands in none of its shapes. */
    private static String marks(List<Difference> differences, Difference.Kind without) {
        return String.join(
                " ",
                differences.stream()
                        .filter(one -> one.kind() != without && one.of() != Difference.Of.PROCESS)
                        .map(one -> one.id() + "=" + one.kind().key())
                        .toList());
    }

    String name(@Nullable String process, Locale language) {
        return process == null
                ? "—"
                : catalog.process(process)
                        .map(ProcessFacts::name)
                        .orElse(new Text(process, process))
                        .in(language);
    }
}
