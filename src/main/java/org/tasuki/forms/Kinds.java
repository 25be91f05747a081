package org.tasuki.forms;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The form-js types that Tasuki renders, and the names each may have. */
final class Kinds {

    private static final String ALL = "type id layout conditional properties";
    private static final String FIELD = ALL + " key label description validate defaultValue";

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("textfield", FIELD),
            Map.entry("textarea", FIELD),
            Map.entry("number", FIELD + " decimalDigits increment"),
            Map.entry("datetime", FIELD + " subtype dateLabel timeLabel use24h timeInterval timeSerializingFormat"),
            Map.entry("checkbox", FIELD),
            Map.entry("radio", FIELD + " values"),
            Map.entry("select", FIELD + " values searchable"),
            Map.entry("checklist", FIELD + " values"),
            Map.entry("group", ALL + " label path showOutline verticalAlignment components"),
            Map.entry(
                    "dynamiclist",
                    ALL + " label path showOutline verticalAlignment components isRepeating allowAddRemove"
                            + " defaultRepetitions nonCollapsedItems disableCollapse"),
            Map.entry("text", ALL + " text"),
            Map.entry("separator", ALL),
            Map.entry("spacer", ALL + " height"));

    static final Set<String> COMPONENTS = NAMES.keySet();

    private Kinds() {}

    static Set<String> names(String type) {
        return Stream.of(NAMES.getOrDefault(type, "").split(" ")).collect(Collectors.toSet());
    }

    static String list() {
        return String.join(", ", new TreeSet<>(COMPONENTS));
    }
}
