package org.tasuki.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What came from the browser: plain fields by key, rows of lists counted anew from 0 so that a problem's path is the name
 * the page will show.
 *
 * @param unknown whether a name came that is not in the form
 */
record Typed(Map<String, List<String>> plain, Map<String, List<Map<String, List<String>>>> rows, boolean unknown) {

    private static final Pattern CELL = Pattern.compile("([A-Za-z]\\w*)\\[(\\d{1,3})]\\.([A-Za-z]\\w*)");
    private static final Pattern ROW = Pattern.compile("([A-Za-z]\\w*)\\[(\\d{1,3})]");

    static Typed of(Form form, Map<String, List<String>> raw) {
        Map<String, Field> fields = form.fields();
        Map<String, DynamicList> lists = form.lists();
        Map<String, List<String>> plain = new LinkedHashMap<>();
        Map<String, TreeMap<Integer, Map<String, List<String>>>> numbered = new LinkedHashMap<>();
        boolean unknown = false;
        for (Map.Entry<String, List<String>> entry : raw.entrySet()) {
            Matcher cell = CELL.matcher(entry.getKey());
            if (fields.containsKey(entry.getKey())) {
                plain.put(entry.getKey(), List.copyOf(entry.getValue()));
            } else if (cell.matches() && knows(lists.get(cell.group(1)), cell.group(3))) {
                numbered.computeIfAbsent(cell.group(1), list -> new TreeMap<>())
                        .computeIfAbsent(Integer.valueOf(cell.group(2)), row -> new LinkedHashMap<>())
                        .put(cell.group(3), List.copyOf(entry.getValue()));
            } else {
                unknown |= !entry.getKey().startsWith("_");
            }
        }
        Map<String, List<Map<String, List<String>>>> rows = new LinkedHashMap<>();
        lists.keySet().forEach(key -> rows.put(key, counted(numbered.get(key), raw.get("_remove"), key)));
        return new Typed(plain, rows, unknown);
    }

    /** Stored answers, as if typed. */
    static Map<String, List<String>> from(Form form, Map<String, ?> answers) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        form.fields().forEach((key, field) -> {
            Object answer = answers.get(key);
            if (answer != null) {
                typed.put(key, field.typed(answer));
            }
        });
        form.lists().forEach((key, list) -> {
            if (answers.get(key) instanceof List<?> rows) {
                for (int row = 0; row < rows.size(); row++) {
                    fromRow(list, row, rows.get(row), typed);
                }
            }
        });
        return typed;
    }

    /** With a row more where {@code _add} says so; {@code _remove} has been followed while counting. */
    Map<String, List<String>> rearranged(Form form, Map<String, List<String>> raw) {
        Map<String, List<String>> flat = flat(form);
        for (String key : raw.getOrDefault("_add", List.of())) {
            DynamicList list = form.lists().get(key);
            int count = rows.getOrDefault(key, List.of()).size();
            if (list != null && count < list.maxRows()) {
                addRow(list, count, flat);
            }
        }
        return flat;
    }

    /** By the names that the page uses. */
    Map<String, List<String>> flat(Form form) {
        Map<String, List<String>> flat = new LinkedHashMap<>(plain);
        form.lists().forEach((key, list) -> {
            List<Map<String, List<String>>> typed = rows.getOrDefault(key, List.of());
            for (int row = 0; row < typed.size(); row++) {
                int index = row;
                typed.get(row).forEach((field, values) -> flat.put(list.name(index, field), values));
            }
        });
        return flat;
    }

    /** How many rows of a list stand in such a map. */
    static int rowsOf(DynamicList list, Map<String, List<String>> flat) {
        return flat.keySet().stream()
                .map(CELL::matcher)
                .filter(cell -> cell.matches() && cell.group(1).equals(list.key()))
                .mapToInt(cell -> Integer.parseInt(cell.group(2)) + 1)
                .max()
                .orElse(0);
    }

    private static void addRow(DynamicList list, int row, Map<String, List<String>> flat) {
        for (Field field : list.fields()) {
            List<String> initial = field.head().initial();
            flat.put(list.name(row, field.key()), initial.isEmpty() ? List.of("") : initial);
        }
    }

    private static void fromRow(DynamicList list, int row, @Nullable Object answers, Map<String, List<String>> typed) {
        if (answers instanceof Map<?, ?> values) {
            for (Field field : list.fields()) {
                Object answer = values.get(field.key());
                typed.put(list.name(row, field.key()), answer == null ? List.of() : field.typed(answer));
            }
        }
    }

    private static boolean knows(@Nullable DynamicList list, String field) {
        return list != null && list.fields().stream().anyMatch(one -> one.key().equals(field));
    }

    private static List<Map<String, List<String>>> counted(
            @Nullable TreeMap<Integer, Map<String, List<String>>> numbered,
            @Nullable List<String> removals,
            String list) {
        if (numbered == null) {
            return List.of();
        }
        if (removals != null) {
            removals.stream()
                    .map(ROW::matcher)
                    .filter(row -> row.matches() && row.group(1).equals(list))
                    .forEach(row -> numbered.remove(Integer.valueOf(row.group(2))));
        }
        return new ArrayList<>(numbered.values());
    }
}
