package org.tasuki.workload.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.tasuki.terms.Typing;
import org.tasuki.workload.Projection;

/** The question "what if" as it was typed: two officers more, from April. */
final class WhatIfSheet {

    static final int MONTHS_MOST = 24;

    private static final int OFFICERS_MOST = 99;
    private static final int LONGEST = 20;
    private static final List<String> FIELDS = List.of("change", "from", "cases", "months");

    private final Map<String, String> typed = new LinkedHashMap<>();
    private final Map<String, String> problems = new LinkedHashMap<>();
    private final boolean asked;

    /** What was not typed is as it is measured, and from next month on. */
    WhatIfSheet(MultiValueMap<String, String> given, LocalDate today, String casesAWeek) {
        asked = FIELDS.stream().anyMatch(given::containsKey);
        typed.put("change", text(given, "change", "0"));
        typed.put(
                "from", text(given, "from", YearMonth.from(today).plusMonths(1).toString()));
        typed.put("cases", text(given, "cases", casesAWeek));
        typed.put("months", text(given, "months", "6"));
    }

    private static String text(MultiValueMap<String, String> given, String field, String otherwise) {
        String text = Typing.narrow(Objects.requireNonNullElse(given.getFirst(field), otherwise));
        return Typing.visible(text.substring(0, Math.min(LONGEST, text.length())));
    }

    boolean asked() {
        return asked;
    }

    private String text(String field) {
        return typed.getOrDefault(field, "");
    }

    /** As the form draws it. */
    record Field(String key, boolean month, String value, @Nullable String problem) {}

    List<Field> fields() {
        return FIELDS.stream()
                .map(key -> new Field(key, "from".equals(key), text(key), problems.get(key)))
                .toList();
    }

    int problems() {
        return problems.size();
    }

    /** What was typed, or null with a problem at each field that is wrong. */
    Projection.@Nullable Plan read(LocalDate today, double posts) {
        Integer change = whole("change", -OFFICERS_MOST, OFFICERS_MOST);
        if (change != null && posts + change <= 0) {
            problems.put("change", "workload.field.change.none");
        }
        Integer months = whole("months", 1, MONTHS_MOST);
        YearMonth from = from(YearMonth.from(today), months);
        Double cases = cases();
        return change == null || months == null || from == null || cases == null || !problems.isEmpty()
                ? null
                : new Projection.Plan(change, from, cases, months);
    }

    private @Nullable Integer whole(String field, int least, int most) {
        String text = text(field).replace('−', '-').replaceFirst("^\\+", "");
        int number = text.matches("-?\\d{1,3}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
        if (number < least || number > most) {
            problems.put(field, "workload.field." + field + ".wrong");
            return null;
        }
        return number;
    }

    private @Nullable YearMonth from(YearMonth now, @Nullable Integer months) {
        try {
            YearMonth from = YearMonth.parse(text("from"));
            if (from.isBefore(now)) {
                problems.put("from", "workload.field.from.past");
            } else if (months != null && !from.isBefore(now.plusMonths(months))) {
                problems.put("from", "workload.field.from.far");
            }
            return from;
        } catch (DateTimeException mistyped) {
            problems.put("from", "workload.field.from.wrong");
            return null;
        }
    }

    private @Nullable Double cases() {
        String text = text("cases");
        if (!text.matches("\\d{1,3}(\\.\\d)?")) {
            problems.put("cases", "workload.field.cases.wrong");
            return null;
        }
        return Double.parseDouble(text);
    }
}
