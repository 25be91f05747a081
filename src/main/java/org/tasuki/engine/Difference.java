package org.tasuki.engine;

import java.util.Locale;
import org.tasuki.terms.Text;

/**
 * One element that is not the same in two versions of a process.
 *
 * @param id of the element; an element whose id changed is one that is gone and one that has come
 * @param name as people read it; of an arrow without a name, where it leads from and to
 */
public record Difference(Kind kind, String id, StepKind step, boolean arrow, Text name) {

    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** The same, but connected or drawn elsewhere. */
        MOVED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
