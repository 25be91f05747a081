package org.tasuki.forms;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From a field's path to its place in the page. */
final class Ids {

    private static final Pattern CELL = Pattern.compile("(\\w+)\\[(\\d+)]\\.(\\w+)");

    private Ids() {}

    static String of(String path) {
        return "f-" + path.replace("].", "-").replace('[', '-');
    }

    /** The label of a field; with the list and the row's number where it is in one. */
    static @Nullable String label(String path, Form form, Locale locale) {
        Matcher cell = CELL.matcher(path);
        DynamicList list = form.lists().get(cell.matches() ? cell.group(1) : path);
        if (list == null) {
            Field field = form.fields().get(path);
            return field == null ? null : field.head().label().in(locale);
        }
        String label = list.label().in(locale);
        return cell.matches()
                ? label + " " + (Integer.parseInt(cell.group(2)) + 1) + " "
                        + list.fields().stream()
                                .filter(field -> field.key().equals(cell.group(3)))
                                .map(field -> field.head().label().in(locale))
                                .findFirst()
                                .orElse("")
                : label;
    }
}
