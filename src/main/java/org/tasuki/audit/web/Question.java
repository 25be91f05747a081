package org.tasuki.audit.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tasuki.audit.Act;
import org.tasuki.audit.TrailReader.Filter;
import org.tasuki.terms.CaseNumber;
import org.tasuki.terms.Japan;

/** What the auditor asks for, as typed, with a message key for each field that cannot be read. Times are Japanese. */
record Question(Map<String, String> typed, Filter filter, Map<String, String> problems) {

    private static final int LONGEST = 60;

    static Question read(Map<String, String> parameters) {
        Map<String, String> typed = new TreeMap<>();
        for (String field : new String[] {"case", "person", "act", "from", "until"}) {
            String text = parameters.getOrDefault(field, "").strip();
            typed.put(field, text.substring(0, Math.min(LONGEST, text.length())));
        }
        Map<String, String> problems = new TreeMap<>();
        String number = typed.getOrDefault("case", "").toUpperCase(Locale.ROOT);
        if (!number.isEmpty() && !CaseNumber.looksLike(number)) {
            problems.put("case", "audit.problem.case");
        }
        Filter filter = new Filter(
                CaseNumber.looksLike(number) ? new CaseNumber(number) : null,
                given(typed, "person"),
                act(typed.getOrDefault("act", "")),
                moment(typed, "from", problems),
                moment(typed, "until", problems));
        return new Question(typed, filter, problems);
    }

    boolean filtered() {
        return typed.values().stream().anyMatch(text -> !text.isEmpty());
    }

    private static @Nullable String given(Map<String, String> typed, String field) {
        String text = typed.getOrDefault(field, "");
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Act act(String key) {
        return Arrays.stream(Act.values())
                .filter(act -> act.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant moment(Map<String, String> typed, String field, Map<String, String> problems) {
        String text = given(typed, field);
        try {
            return text == null
                    ? null
                    : LocalDateTime.parse(text).atZone(Japan.ZONE).toInstant();
        } catch (DateTimeParseException unreadable) {
            problems.put(field, "audit.problem.time");
            return null;
        }
    }
}
