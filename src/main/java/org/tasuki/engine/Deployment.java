package org.tasuki.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

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

    /**
     * What the linter says of a file among the others that are at work; its process takes the place of the one of that name.
     *
     * @return nothing when it could be put to work
     */
    public List<Finding> judge(ProcessSource file) {
        return linter.lint(among(file));
    }

    /**
     * An office's own version of a process: new cases begin by it from here on, and no shipped file takes its place.
     *
     * @return what the linter found; nothing was deployed then
     */
    public List<Finding> put(ProcessSource file) {
        List<Finding> findings = judge(file);
        if (findings.isEmpty()) {
            repository
                    .createDeployment()
                    .name(file.name())
                    .category(OFFICE)
                    .addBytes(file.name() + "20.xml", file.xml())
                    .deploy();
            show();
        }
        return findings;
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
