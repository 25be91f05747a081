package org.tasuki.engine;

import java.util.Map;
import java.util.Set;
import org.flowable.common.engine.impl.javax.el.ELContext;
import org.flowable.common.engine.impl.javax.el.ELResolver;
import org.flowable.engine.impl.el.ProcessExpressionManager;
import org.flowable.engine.impl.el.ProcessVariableScopeELResolver;
import org.flowable.engine.impl.persistence.entity.ExecutionEntity;
import org.flowable.variable.api.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * What an expression in a process file may name: the doors, the execution, and what is known of the case. The engine would look for
 * each name among the variables first, in every scope, and ask the database for each.
 */
final class CaseExpressions extends ProcessExpressionManager {

    private final Map<Object, Object> doors;
    private final Set<String> routingNames;

    /** @param routingNames what any form may set */
    CaseExpressions(Map<Object, Object> doors, Set<String> routingNames) {
        super(doors);
        this.doors = doors;
        this.routingNames = routingNames;
        addPostDefaultResolver(new Unanswered(routingNames));
    }

    @Override
    protected ELResolver createVariableElResolver() {
        return new Known();
    }

    private final class Known extends ProcessVariableScopeELResolver {

        @Override
        public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
            if (base == null && doors.containsKey(property)) {
                context.setPropertyResolved(true);
                return doors.get(property);
            }
            if (base == null
                    && property instanceof String name
                    && (routingNames.contains(name) || CaseOfExecution.NAMES.contains(name))
                    && getVariableContainer(context) instanceof ExecutionEntity execution) {
                return known(context, CaseOfExecution.scope(execution), name);
            }
            return super.getValue(context, base, property);
        }

        private @Nullable Object known(ELContext context, VariableScope scope, String name) {
            if (!scope.hasVariable(name)) {
                return null;
            }
            context.setPropertyResolved(true);
            return scope.getVariable(name);
        }
    }
}
