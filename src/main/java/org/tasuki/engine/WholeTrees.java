package org.tasuki.engine;

import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.engine.impl.persistence.entity.data.impl.MybatisExecutionDataManager;

/**
 * Reads all executions of a case's flow when the first of them is asked for: a step looks at most of them, one question each. The
 * engine does so too where a process file says so, but asks for the first one twice.
 */
final class WholeTrees extends MybatisExecutionDataManager {

    WholeTrees(ProcessEngineConfigurationImpl engine) {
        super(engine);
        // What is found by a query alone must not look like a whole tree.
        engine.getPerformanceSettings().setEnableEagerExecutionTreeFetching(true);
    }

    @Override
    protected boolean isExecutionTreeFetched(String execution) {
        if (getEntityCache().findInCache(getManagedEntityClass(), execution) == null) {
            // Past the engine's comparing with all that is known already: when timers of 500 cases are handed on
            // together,
            // that is 500 times 1,500 rows.
            getDbSqlSession().selectList("selectExecutionsWithSameRootProcessInstanceId", execution);
        }
        return true;
    }
}
