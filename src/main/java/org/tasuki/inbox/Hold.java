package org.tasuki.inbox;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tasuki.staffing.Choice;

/**
 * How a person came to a task.
 *
 * @param why a key: the criterion that decided, or the supervisor's reason
 * @param standsInFor the absent person to whom it goes back
 */
public record Hold(How how, @Nullable String why, @Nullable String standsInFor) {

    public enum How {
        /** Taken by the person (手挙げ). */
        CLAIMED,
        /** By the office's rules when the task was born (自動割当). */
        RULE,
        /** By a supervisor (割り振り). */
        PUSHED,
        /** Instead of somebody who is away (代理). */
        SUBSTITUTE,
        /** Back after an absence. */
        HANDED_BACK,
        /** With the case, to its new officer (引継ぎ). */
        HANDED_OVER;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static How of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    static final Hold CLAIMED = new Hold(How.CLAIMED, null, null);

    static Hold by(How how, @Nullable String why) {
        return new Hold(how, why, null);
    }

    static Hold of(Choice choice) {
        How how = choice.standsInFor() == null ? How.RULE : How.SUBSTITUTE;
        return new Hold(how, choice.why(), choice.standsInFor());
    }
}
