package org.tasuki.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** Which version of a process is at work, and what it does otherwise than the one before. */
@Component
public class ProcessVersions {

    private final RepositoryService repository;
    private final Deployment deployment;

    ProcessVersions(RepositoryService repository, Deployment deployment) {
        this.repository = repository;
        this.deployment = deployment;
    }

    /** @param number 1 for the first */
    public record AtWork(int number, Instant since) {}

    public Optional<AtWork> atWork(String process) {
        return latest(process, 1).stream().findFirst().map(version -> new AtWork(version.getVersion(), since(version)));
    }

    /** Empty where there has been one version only. */
    public Optional<List<Difference>> sinceTheLast(String process) {
        List<ProcessDefinition> two = latest(process, 2);
        return two.size() < 2 ? Optional.empty() : Optional.of(VersionDiff.between(file(two.get(1)), file(two.get(0))));
    }

    private byte[] file(ProcessDefinition version) {
        return deployment.file(version.getId());
    }

    private List<ProcessDefinition> latest(String process, int most) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .orderByProcessDefinitionVersion()
                .desc()
                .listPage(0, most);
    }

    private Instant since(ProcessDefinition version) {
        return repository
                .createDeploymentQuery()
                .deploymentId(version.getDeploymentId())
                .singleResult()
                .getDeploymentTime()
                .toInstant();
    }
}
