package org.tasuki.demo;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tasuki.terms.Japan;

/** What the writer of a sheet knows at a moment: fills {@code {child}}, {@code {now-90m}}, {@code {today+14}}. */
record Facts(Map<String, String> known, Instant at) {

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]\\w*)(?:([+-])(\\d+)([mh])?)?}");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
    private static final int DEEPEST = 4;

    Facts {
        known = Collections.unmodifiableMap(new HashMap<>(known));
    }

    Facts with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(known);
        all.putAll(more);
        return new Facts(all, at);
    }

    Facts at(Instant other) {
        return new Facts(known, other);
    }

    /** What is known under this name; nothing known reads as empty. */
    String get(String name) {
        return known.getOrDefault(name, "");
    }

    /** @throws IllegalStateException when a place names nothing that is known */
    String fill(String template) {
        return fill(template, 0);
    }

    private String fill(String template, int depth) {
        if (template.indexOf('{') < 0) {
            return template;
        }
        if (depth > DEEPEST) {
            throw new IllegalStateException("names that name each other: " + template);
        }
        Matcher places = PLACE.matcher(template);
        StringBuilder filled = new StringBuilder();
        while (places.find()) {
            places.appendReplacement(filled, Matcher.quoteReplacement(fill(value(places), depth + 1)));
        }
        return places.appendTail(filled).toString();
    }

    private String value(Matcher place) {
        String name = place.group(1);
        long shift = place.group(3) == null ? 0 : Long.parseLong(place.group(2) + place.group(3));
        return switch (name) {
            case "now" ->
                MINUTES.format("h".equals(place.group(4)) ? now().plusHours(shift) : now().plusMinutes(shift));
            case "today" -> now().toLocalDate().plusDays(shift).toString();
            default -> {
                String value = known.get(name);
                if (value == null) {
                    throw new IllegalStateException("nothing is known of " + name);
                }
                yield value;
            }
        };
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(at, Japan.ZONE);
    }

    static String minutes(Instant at) {
        return MINUTES.format(LocalDateTime.ofInstant(at, Japan.ZONE));
    }
}
