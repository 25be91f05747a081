package org.tasuki.engine;

import java.util.Set;
import org.flowable.common.engine.impl.javax.el.ELContext;
import org.flowable.common.engine.impl.javax.el.ELResolver;
import org.jspecify.annotations.Nullable;

/** A routing value that no form has answered yet reads as "none", so that a condition never fails for want of it. */
class Unanswered extends ELResolver {

    static final String NONE = "none";

    private final Set<String> routingNames;

    Unanswered(Set<String> routingNames) {
        this.routingNames = routingNames;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        if (!knows(base, property)) {
            return null;
        }
        context.setPropertyResolved(true);
        return NONE;
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, Object property) {
        return knows(base, property) ? String.class : null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, Object property, @Nullable Object value) {
        // Read only: answers reach the process through CaseFlow.
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
        return true;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return String.class;
    }

    private boolean knows(@Nullable Object base, @Nullable Object property) {
        return base == null && property instanceof String name && routingNames.contains(name);
    }
}
