package org.tasuki.forms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Goes through a form once, from top to bottom: conditions only look up, so one pass sees everything they need. */
final class Reading {

    private final Form form;
    private final Typed typed;
    private final Lookups lookups;
    private final Map<String, Object> answers = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    Reading(Form form, Typed typed, Lookups lookups) {
        this.form = form;
        this.typed = typed;
        this.lookups = lookups;
    }

    Submission submission() {
        if (typed.unknown()) {
            problems.add(Problem.at("", "forms.problem.unknown"));
        }
        take(form.components());
        return Submission.read(form, typed.flat(form), answers, problems);
    }

    private void take(List<Component> components) {
        for (Component component : components) {
            if (hidden(component, answers::get)) {
                continue;
            }
            if (component instanceof Field field) {
                take(field, field.key(), typed.plain(), answers);
            } else if (component instanceof Group group) {
                take(group.components());
            } else if (component instanceof DynamicList list) {
                take(list);
            }
        }
    }

    private void take(DynamicList list) {
        List<Map<String, List<String>>> rows = typed.rows().getOrDefault(list.key(), List.of());
        List<Map<String, Object>> filled = new ArrayList<>();
        for (int row = 0; row < rows.size() && row < list.maxRows(); row++) {
            if (touched(list, rows.get(row))) {
                filled.add(row(list, row, rows.get(row)));
            }
        }
        if (rows.size() > list.maxRows()) {
            problems.add(Problem.at(list.key(), "forms.problem.rows", list.maxRows(), rows.size()));
        }
        if (!filled.isEmpty()) {
            answers.put(list.key(), List.copyOf(filled));
        }
    }

    private Map<String, Object> row(DynamicList list, int row, Map<String, List<String>> raw) {
        Map<String, Object> cells = new LinkedHashMap<>();
        Condition.Answers inRow = key -> cells.containsKey(key) ? cells.get(key) : answers.get(key);
        for (Field field : list.fields()) {
            if (!hidden(field, inRow)) {
                take(field, list.name(row, field.key()), raw, cells);
            }
        }
        return Collections.unmodifiableMap(cells);
    }

    private void take(Field field, String path, Map<String, List<String>> raw, Map<String, Object> into) {
        Read read = field.read(raw.getOrDefault(field.key(), List.of()), lookups);
        if (read.refusal() != null) {
            problems.add(new Problem(path, read.refusal(), read.args()));
        } else if (read.value() != null) {
            into.put(field.key(), read.value());
        } else if (field.head().required()) {
            problems.add(Problem.at(path, field.missing()));
        }
    }

    /** A row that only holds what the form itself put there was not filled in. */
    private static boolean touched(DynamicList list, Map<String, List<String>> row) {
        return list.fields().stream().anyMatch(field -> {
            List<String> values = row.getOrDefault(field.key(), List.of());
            return !values.equals(field.head().initial())
                    && values.stream().anyMatch(value -> !value.isBlank() && !value.equals("false"));
        });
    }

    private static boolean hidden(Component component, Condition.Answers answers) {
        Condition when = component.place().hideWhen();
        return when != null && when.holds(answers);
    }
}
