package org.tasuki.bench;

import java.io.ByteArrayInputStream;
import java.util.Map;
import javax.sql.DataSource;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.operaton.bpm.engine.task.Task;

/** The same on Operaton alone, with the engine's own defaults. */
final class OperatonCase implements SmallCase, AutoCloseable {

    private final ProcessEngine engine;

    OperatonCase(DataSource database) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        configuration.setEnforceHistoryTimeToLive(false);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addInputStream(
                        "small.bpmn", new ByteArrayInputStream(Peers.smallCase("http://operaton.org/schema/1.0/bpmn")))
                .deploy();
    }

    @Override
    public String name() {
        return "Operaton " + ProcessEngine.class.getPackage().getImplementationVersion();
    }

    @Override
    public void run() {
        String id = start();
        work(id, "officer", Map.of());
        work(id, "supervisor", Map.of("closing", "approved"));
    }

    @Override
    public void begin() {
        start();
    }

    private String start() {
        return engine.getRuntimeService()
                .startProcessInstanceByKey("small", Map.of("caseNumber", "BN-1", "center", "bench"))
                .getId();
    }

    private void work(String id, String person, Map<String, Object> answers) {
        Task task =
                engine.getTaskService().createTaskQuery().processInstanceId(id).singleResult();
        engine.getTaskService().claim(task.getId(), person);
        engine.getTaskService().complete(task.getId(), answers);
    }

    @Override
    public void close() {
        engine.close();
    }
}
