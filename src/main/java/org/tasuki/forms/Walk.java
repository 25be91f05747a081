package org.tasuki.forms;

import java.util.List;
import java.util.function.Consumer;

/** Goes through a form in reading order, into groups, not into the rows of lists. */
final class Walk {

    private Walk() {}

    static void through(List<Component> components, Consumer<Component> visit) {
        for (Component component : components) {
            visit.accept(component);
            if (component instanceof Group group) {
                through(group.components(), visit);
            }
        }
    }
}
