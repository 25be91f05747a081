package org.tasuki.training;

import java.util.List;
import java.util.Map;
import org.tasuki.terms.Text;

/**
 * A question on a process.
 *
 * @param key its own among the questions of the process; results refer to it
 * @param options by their keys, in the order of the file; none where a step is marked on the diagram
 * @param answer the keys that are right, in order where the order is asked for; the id of a step where one is marked
 * @param why what is told to whoever has answered
 */
public record Question(String key, Kind kind, Text text, Map<String, Text> options, List<String> answer, Text why) {

    public enum Kind {
        SINGLE,
        MULTIPLE,
        /** The options are brought into an order. */
        ORDER,
        /** A step is pointed at on the diagram. */
        MARK
    }

    /** Whether that is right; the order counts only where it is asked for. */
    public boolean isRight(List<String> given) {
        return kind == Kind.ORDER
                ? answer.equals(given)
                : given.size() == answer.size() && given.containsAll(answer) && answer.containsAll(given);
    }
}
