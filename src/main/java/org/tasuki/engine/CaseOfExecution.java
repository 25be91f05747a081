package org.tasuki.engine;

import java.util.Set;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.impl.persistence.CountingExecutionEntity;
import org.flowable.engine.impl.persistence.entity.ExecutionEntity;
import org.flowable.engine.impl.util.CommandContextUtil;
import org.flowable.variable.api.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.CaseNumber;

/** What a process instance knows of its case: keys, never a person. */
record CaseOfExecution(
        CaseNumber number,
        String center,
        @Nullable String handOver,
        @Nullable String agency,
        @Nullable String occasion) {

    static final String CASE_NUMBER = "caseNumber";
    static final String CENTER = "center";
    static final String HAND_OVER = "handOver";
    static final String AGENCY = "agency";

    /** Which one of several that run beside a case at once; its dates are its own. */
    static final String OCCASION = "occasion";

    /** The desk that it was begun for, where the file's own desk only stands in. */
    static final String DESK = "desk";

    /** All of these: what a process instance is begun with. */
    static final Set<String> NAMES = Set.of(CASE_NUMBER, CENTER, HAND_OVER, AGENCY, OCCASION, DESK);

    static CaseOfExecution of(DelegateExecution execution) {
        VariableScope scope = scope(execution);
        return new CaseOfExecution(
                new CaseNumber(text(scope, CASE_NUMBER)),
                text(scope, CENTER),
                (String) scope.getVariable(HAND_OVER),
                (String) scope.getVariable(AGENCY),
                (String) scope.getVariable(OCCASION));
    }

    static CaseOfExecution of(String executionId) {
        return of(execution(executionId));
    }

    /**
     * The nearest scope that has variables. The engine asks the database for those of each scope on the way up, also of one that it knows
     * to have none.
     */
    static VariableScope scope(DelegateExecution execution) {
        ExecutionEntity scope = (ExecutionEntity) execution;
        while (scope.getParentId() != null && hasNone((CountingExecutionEntity) scope)) {
            scope = scope.getParent();
        }
        return scope;
    }

    private static boolean hasNone(CountingExecutionEntity scope) {
        return scope.isCountEnabled() && scope.getVariableCount() == 0;
    }

    static ExecutionEntity execution(String executionId) {
        return CommandContextUtil.getExecutionEntityManager().findById(executionId);
    }

    private static String text(VariableScope scope, String name) {
        if (scope.getVariable(name) instanceof String value) {
            return value;
        }
        throw new IllegalStateException("a process instance without " + name);
    }
}
