package org.tasuki.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tasuki.engine.bpmn.ProcessFile;
import org.tasuki.engine.bpmn.UnreadableProcess;
import org.tasuki.terms.Text;

/**
 * Brings process files into the engine, each for itself: an unchanged file makes no new version, and one that the linter
 * refuses leaves the version before it at work.
 */
@Component
public class Deployment {

    private static final Logger LOG = LoggerFactory.getLogger(Deployment.class);

    /** Marks a deployment as the office's own. */
    private static final String OFFICE = "office";

    private final RepositoryService repository;
    private final Linter linter;
    private final ProcessCatalog catalog;
    private volatile long shown;

    Deployment(RepositoryService repository, Linter linter, ProcessCatalog catalog) {
        this.repository = repository;
        this.linter = linter;
        this.catalog = catalog;
    }

    /** Before anything else of a started house: nobody can begin a case whose process is not there. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(0)
    void deployShipped() {
        deploy(ShippedProcesses.all().stream()
                .filter(Predicate.not(this::offices))
                .toList());
    }

    /**
     * Deploys the files that are sound, together with those that they call.
     *
     * @return what the linter found; the files it names were not deployed
     * @throws IllegalStateException when a refused file has no earlier version that could go on in its place
     */
    public List<Finding> deploy(Collection<ProcessSource> files) {
        List<Finding> findings = linter.lint(files);
        Set<String> refused = findings.stream().map(Finding::file).collect(Collectors.toSet());
        for (ProcessSource file : files) {
            if (refused.contains(file.name())) {
                keepOldVersion(file, findings);
            } else {
                deploy(file);
            }
        }
        show();
        return findings;
    }

    /** A file as it came in, looked at: the process it is for, if it is for one of the house's, and what must change first. */
    public record Judged(@Nullable String process, List<Finding> findings) {}

    /** Looks at a changed process among the others that are at work. Nothing is deployed. */
    public Judged judge(ProcessSource file) {
        Optional<String> key = key(file);
        List<Finding> alone = linter.lint(file.name(), new ByteArrayInputStream(file.xml()));
        if (key.isEmpty()) {
            return new Judged(null, alone);
        }
        if (catalog.process(key.get()).isEmpty()) {
            return new Judged(
                    null,
                    List.of(new Finding(
                            file.name(),
                            key.get(),
                            new Text(
                                    "「%s」という手順はありません。process 要素の id を、変える手順のものにしてください。".formatted(key.get()),
                                    "There is no process %s here. Give the process element the id of the one that is changed."
                                            .formatted(key.get())))));
        }
        return new Judged(key.get(), linter.lint(among(named(key.get(), file))));
    }

    /** Which process a file is for: its process element says so, whatever the file is called by now. */
    private static Optional<String> key(ProcessSource file) {
        try {
            return ProcessFile.read(file.name(), file.xml()).processes().stream()
                    .map(process -> process.getAttribute("id"))
                    .filter(Predicate.not(String::isEmpty))
                    .findFirst();
        } catch (UnreadableProcess e) {
            return Optional.empty();
        }
    }

    /** The process of the house that a file is for, if it can be read and is for one. */
    public Optional<String> process(ProcessSource file) {
        return key(file).filter(key -> catalog.process(key).isPresent());
    }

    private static ProcessSource named(String key, ProcessSource file) {
        return new ProcessSource(key + ".bpmn", file.xml());
    }

    /**
     * An office's own version of a process: new cases begin by it from here on, and no shipped file takes its place. Pages tell of it
     * after the next {@link #refresh}.
     *
     * @return what the linter found; nothing was deployed then
     */
    public List<Finding> put(ProcessSource file) {
        Judged judged = judge(file);
        if (judged.findings().isEmpty()) {
            ProcessSource own = named(Objects.requireNonNull(judged.process()), file);
            repository
                    .createDeployment()
                    .name(own.name())
                    .category(OFFICE)
                    .addBytes(own.name() + "20.xml", own.xml())
                    .deploy();
        }
        return judged.findings();
    }

    /** Tells the pages of what this house, or another node of it, has put to work; does nothing when that is nothing new. */
    public void refresh() {
        long versions = repository.createProcessDefinitionQuery().count();
        if (shown != versions) {
            show();
        }
    }

    /** The file by which a version of a process was deployed, by the engine's id of it. */
    public byte[] file(String definition) {
        return source(repository.getProcessDefinition(definition)).xml();
    }

    private List<ProcessSource> among(ProcessSource file) {
        return Stream.concat(atWork().stream().filter(other -> !other.name().equals(file.name())), Stream.of(file))
                .toList();
    }

    /** Whether the office has put a version of its own in the place of the shipped one. */
    private boolean offices(ProcessSource file) {
        return repository
                        .createDeploymentQuery()
                        .deploymentName(file.name())
                        .deploymentCategory(OFFICE)
                        .count()
                > 0;
    }

    private void show() {
        shown = repository.createProcessDefinitionQuery().count();
        catalog.show(atWork(), this::former);
    }

    private List<ProcessSource> former(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .orderByProcessDefinitionVersion()
                .desc()
                .list()
                .stream()
                .skip(1)
                .map(this::source)
                .toList();
    }

    /** The latest version of each process: what new cases begin by, and what pages tell of. */
    private List<ProcessSource> atWork() {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(this::source)
                .toList();
    }

    private ProcessSource source(ProcessDefinition definition) {
        try (InputStream file =
                repository.getResourceAsStream(definition.getDeploymentId(), definition.getResourceName())) {
            return new ProcessSource(definition.getKey() + ".bpmn", file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deploy(ProcessSource file) {
        repository
                .createDeployment()
                .name(file.name())
                .enableDuplicateFiltering()
                .addBytes(file.name() + "20.xml", file.xml())
                .deploy();
    }

    private void keepOldVersion(ProcessSource file, List<Finding> findings) {
        findings.stream()
                .filter(finding -> finding.file().equals(file.name()))
                .forEach(finding -> LOG.error("{}", finding));
        String key = file.name().replaceFirst("\\.bpmn$", "");
        if (repository.createProcessDefinitionQuery().processDefinitionKey(key).count() == 0) {
            throw new IllegalStateException(file.name() + " was refused, and there is no earlier version of it");
        }
        LOG.warn("{} was refused; its version before stays at work", file.name());
    }
}
