package org.tasuki.forms;

import java.util.List;
import org.tasuki.terms.Text;

/** Rows of the same fields, as many as are needed: siblings, people present. */
record DynamicList(
        String key, Text label, List<Component> components, int firstRows, int maxRows, Meaning meaning, Place place)
        implements Component {

    static final int USUAL_ROWS = 30;

    List<Field> fields() {
        return components.stream()
                .filter(Field.class::isInstance)
                .map(Field.class::cast)
                .toList();
    }

    /** The name of a row's field in the page and in {@link Problem#path}. */
    String name(int row, String field) {
        return "%s[%d].%s".formatted(key, row, field);
    }
}
