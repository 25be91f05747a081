package org.tasuki.bench;

import java.util.Map;
import javax.sql.DataSource;
import org.flowable.common.engine.impl.async.DefaultAsyncTaskExecutor;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.task.api.Task;

/** The same on Flowable alone, with the engine's own defaults. */
final class FlowableCase implements SmallCase, AutoCloseable {

    final ProcessEngine engine;

    FlowableCase(DataSource database) {
        this(database, 8);
    }

    /** @param threads those of its clockwork, once that is started */
    FlowableCase(DataSource database, int threads) {
        DefaultAsyncTaskExecutor clockwork = new DefaultAsyncTaskExecutor();
        clockwork.setCorePoolSize(threads);
        clockwork.setMaxPoolSize(threads);
        clockwork.start();
        engine = new StandaloneProcessEngineConfiguration()
                .setAsyncTaskExecutor(clockwork)
                .setDataSource(database)
                .setDatabaseSchemaUpdate("true")
                .setAsyncExecutorActivate(false)
                .buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addBytes("small.bpmn20.xml", Peers.smallCase("http://flowable.org/bpmn"))
                .deploy();
    }

    @Override
    public String name() {
        return "Flowable " + ProcessEngine.VERSION;
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
