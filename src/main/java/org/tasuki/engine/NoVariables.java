package org.tasuki.engine;

import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.engine.impl.history.DefaultHistoryConfigurationSettings;
import org.flowable.variable.service.impl.persistence.entity.VariableInstanceEntity;
import org.jspecify.annotations.Nullable;

/** The engine's history keeps no variable: what was answered is the case's, and what became of it are the flows taken. */
final class NoVariables extends DefaultHistoryConfigurationSettings {

    NoVariables(ProcessEngineConfigurationImpl engine) {
        super(engine);
    }

    @Override
    public boolean isHistoryEnabledForVariableInstance(
            @Nullable String processDefinitionId, VariableInstanceEntity variable) {
        return false;
    }
}
