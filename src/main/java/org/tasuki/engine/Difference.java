package org.tasuki.engine;

import java.util.List;
import java.util.Locale;
import org.tasuki.terms.Text;

/**
 * One element that is not the same in two versions of a process.
 *
 * @param id of the element; an element whose id changed is one that is gone and one that has come
 * @param name as people read it; of an arrow, where it leads from and to; of a time limit, at which step it is
 * @param details what of it is not the same; of one that has come or gone, nothing more
 */
public record Difference(Kind kind, String id, Of of, StepKind step, Text name, List<Detail> details) {

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

    /** What an element is in the file. */
    public enum Of {
        PROCESS,
        STEP,
        ARROW
    }

    /** What there is to say of an element. */
    public enum What {
        NAME,
        DOCUMENTATION,
        ROLES,
        FORM,
        LIMIT,
        CALLED,
        CONDITION,
        ENDS,
        SENT_BACK,
        UNDO,
        PLACE,
        /** What people have no word for: a setting of the engine. */
        OTHER;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One thing that an element says otherwise.
     *
     * @param before as the file has it: roles, a form and a rule by their keys; empty where nothing is to be shown or was there
     */
    public record Detail(What what, Text before, Text after) {}
}
