package org.tasuki.engine;

import java.io.IOException;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.repository.DeploymentBuilder;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Brings the process files of the house into the engine; an unchanged set makes no new version. */
@Configuration(proxyBeanMethods = false)
class Deployment {

    /** Before anything else that runs at the start: cases need processes. */
    @Bean
    @Order(0)
    ApplicationRunner deployProcesses(RepositoryService repository) {
        return arguments -> deploy(repository);
    }

    private static void deploy(RepositoryService repository) throws IOException {
        DeploymentBuilder deployment =
                repository.createDeployment().name("tasuki").enableDuplicateFiltering();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*.bpmn")) {
            deployment.addInputStream(file.getFilename() + "20.xml", file.getInputStream());
        }
        deployment.deploy();
    }
}
