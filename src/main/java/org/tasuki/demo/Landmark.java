package org.tasuki.demo;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.type.TypeReference;

/**
 * A case that is to stand at a certain step when the office opens.
 *
 * @param via the step whose end bears the task; empty when the task is born with the case
 * @param opened how long ago the case began
 * @param ago how long ago the task was born
 * @param pause a step on the way that takes until {@code rest} before the task is born
 * @param pass how often the step is passed before it is the one
 * @param hold steps that must not end before
 * @param plot decisions that are made beforehand
 */
record Landmark(
        String step,
        String via,
        String pause,
        Duration rest,
        int pass,
        Duration opened,
        Duration ago,
        List<String> hold,
        Map<String, String> plot) {

    private static final Set<String> OWN = Set.of("step", "via", "pause", "rest", "pass", "opened", "ago", "hold");

    static List<Landmark> read() {
        List<Map<String, Object>> rows = DemoFiles.read("landmarks.yaml", new TypeReference<>() {});
        return rows.stream().map(Landmark::of).toList();
    }

    private static Landmark of(Map<String, Object> row) {
        Map<String, String> plot = new LinkedHashMap<>();
        row.forEach((name, value) -> plot.put(name, value.toString()));
        plot.keySet().removeAll(OWN);
        List<String> hold = row.get("hold") instanceof List<?> steps
                ? steps.stream().map(Object::toString).toList()
                : List.of();
        return new Landmark(
                text(row, "step", ""),
                text(row, "via", ""),
                text(row, "pause", ""),
                span(text(row, "rest", "0m")),
                Integer.parseInt(text(row, "pass", "0")),
                span(text(row, "opened", "")),
                span(text(row, "ago", "")),
                hold,
                plot);
    }

    /** Whether the case stands here now, or must not go on from here. */
    boolean holds(String other, int round) {
        return hold.contains(other) || step.equals(other) && round >= pass;
    }

    private static String text(Map<String, Object> row, String name, String otherwise) {
        Object value = row.get(name);
        return value == null ? otherwise : value.toString();
    }

    /** 25m, 3h, 12d. */
    static Duration span(String text) {
        long count = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            case 'd' -> Duration.ofDays(count);
            default -> throw new IllegalArgumentException("a time span is 25m, 3h or 12d, not " + text);
        };
    }
}
