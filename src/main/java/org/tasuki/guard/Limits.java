package org.tasuki.guard;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The settings {@code tasuki.limits.<kind>}, each kept for itself: whoever searches too much may still open a case. */
@Component
class Limits {

    private final Map<Kind, Pace> paces = new EnumMap<>(Kind.class);

    Limits(Environment settings, Clock clock) {
        Map<Kind, Allowance> set = Binder.get(settings)
                .bind("tasuki.limits", Bindable.mapOf(Kind.class, Allowance.class))
                .get();
        for (Kind kind : Kind.values()) {
            Allowance allowance = set.get(kind);
            if (allowance == null) {
                throw new IllegalStateException("tasuki.limits." + kind.key() + " is not set");
            }
            paces.put(kind, new Pace(clock, allowance));
        }
    }

    @SuppressWarnings("NullAway") // one of each, by the constructor
    Pace.Turn take(Kind kind, String who) {
        return paces.get(kind).take(who);
    }
}
