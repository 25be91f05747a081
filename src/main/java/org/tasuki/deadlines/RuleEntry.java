package org.tasuki.deadlines;

import static java.util.Map.entry;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Text;
import tools.jackson.databind.JsonNode;

/** One rule as it is written, which becomes a {@link DeadlineRule} or says what is wrong with it. */
record RuleEntry(JsonNode node) {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Set<String> COMMON = Set.of(
            "id",
            "label",
            "clock",
            "starts",
            "stops",
            "warnings",
            "ladder",
            "source",
            "mark",
            "effectiveFrom",
            "waivable",
            "pause");
    private static final Set<String> COUNTED = Set.of("limit", "firstDay", "rollForward");

    /** Each clock, with the fields that only some clocks have. */
    private record Clock(Set<String> fields, Function<RuleEntry, Limit> limit) {}

    private static final Map<String, Clock> CLOCKS = Map.ofEntries(
            entry("calendar-hours", new Clock(Set.of("limit"), rule -> new CalendarHours(rule.number()))),
            entry("working-days", new Clock(Set.of("limit"), rule -> new WorkingDays(rule.number()))),
            entry(
                    "calendar-days",
                    new Clock(COUNTED, rule -> new CalendarDays(rule.number(), rule.firstDay(), rule.holiday()))),
            entry("months", new Clock(COUNTED, rule -> new Months(rule.number(), rule.firstDay(), rule.holiday()))),
            entry("years", new Clock(COUNTED, rule -> new Years(rule.number(), rule.firstDay(), rule.holiday()))),
            entry(
                    "given-date",
                    new Clock(
                            Set.of("given", "rollForward"),
                            rule -> new GivenDate(rule.key(rule.node, "given"), rule.holiday()))));

    DeadlineRule read() {
        Limit limit = limit();
        Mark mark = choice("mark", Mark.values(), Mark::name);
        return new DeadlineRule(
                key(node, "id"),
                text("label"),
                limit,
                key(node, "starts"),
                key(node, "stops"),
                list("warnings").map(this::warning).toList(),
                ladder(),
                text("source"),
                mark,
                date(),
                waivable(mark),
                pause(limit));
    }

    private Limit limit() {
        Clock clock = CLOCKS.get(string(node, "clock"));
        if (clock == null) {
            throw faulty("unknown clock \"" + string(node, "clock") + "\"; use one of " + sorted(CLOCKS.keySet()));
        }
        refuseStrays(clock);
        try {
            return clock.limit().apply(this);
        } catch (IllegalArgumentException cause) {
            throw faulty(String.valueOf(cause.getMessage()));
        }
    }

    private void refuseStrays(Clock clock) {
        for (String field : node.propertyNames()) {
            if (!COMMON.contains(field) && !clock.fields().contains(field)) {
                throw faulty("the field \"" + field + "\" means nothing with this clock; remove or correct it");
            }
        }
    }

    private int number() {
        JsonNode limit = node.path("limit");
        if (!limit.isInt()) {
            throw faulty("\"limit\" is not a whole number; write how many of the clock's units");
        }
        return limit.intValue();
    }

    private FirstDay firstDay() {
        return choice("firstDay", FirstDay.values(), day -> day.name()
                .toLowerCase(Locale.ROOT)
                .replace('_', '-'));
    }

    private Holiday holiday() {
        return yes("rollForward") ? Holiday.ROLLS_FORWARD : Holiday.STAYS;
    }

    private boolean waivable(Mark mark) {
        boolean waivable = yes("waivable");
        if (waivable && mark == Mark.H) {
            throw faulty("\"waivable\" is true, but the limit is the law's (mark H), which nobody here can waive");
        }
        return waivable;
    }

    /** Only limits whose rest can be told without a calendar: no law is known here that stops another. */
    private @Nullable PauseRule pause(Limit limit) {
        JsonNode pause = node.path("pause");
        if (pause.isMissingNode()) {
            return null;
        }
        if (limit.byCalendar() || limit instanceof GivenDate) {
            throw faulty("\"pause\" means nothing with a limit in working days, one that rolls, or a given date");
        }
        JsonNode source = pause.path("source");
        long days = span(pause.path("most").asString(""), "pause").toDays();
        if (days < 1 || days > 366) {
            throw faulty("\"most\" of \"pause\" is not 1 to 366 days; without an end a matter would be forgotten");
        }
        if (source.isMissingNode()) {
            throw faulty("\"source\" is missing in \"pause\"; name the law that lets the limit stand still");
        }
        return new PauseRule(
                new Text(string(source, "pause", "ja"), string(source, "pause", "en")), Math.toIntExact(days));
    }

    private boolean yes(String field) {
        JsonNode written = node.path(field);
        if (!written.isMissingNode() && !written.isBoolean()) {
            throw faulty("\"" + field + "\" is neither true nor false; write one of them, or leave it out");
        }
        return written.booleanValue(false);
    }

    private Duration warning(JsonNode point) {
        Duration before = span(point.asString(""), "warnings");
        if (before.isZero()) {
            throw faulty("a warning at the limit itself warns nobody; write a time before it, such as PT4H");
        }
        return before;
    }

    private List<Rung> ladder() {
        List<Rung> ladder = list("ladder").map(this::rung).toList();
        if (ladder.isEmpty()) {
            throw faulty("\"ladder\" is empty, so nobody would hear of a missed limit; name a role");
        }
        return ladder;
    }

    private Rung rung(JsonNode step) {
        return new Rung(key(step, "to"), span(string(step, "after"), "ladder"));
    }

    private Duration span(String written, String field) {
        try {
            Duration span = Duration.parse(written);
            if (!span.isNegative()) {
                return span;
            }
        } catch (DateTimeParseException notSpan) {
            // falls through to the same advice as a negative one
        }
        throw faulty(
                "\"" + written + "\" in \"" + field + "\" is not a span of time; write PT4H for hours, P2D for days");
    }

    private LocalDate date() {
        String written = string(node, "effectiveFrom");
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException cause) {
            throw faulty("\"" + written + "\" in \"effectiveFrom\" is not a date; write it as 2026-04-01");
        }
    }

    private Text text(String field) {
        return new Text(string(node.path(field), field, "ja"), string(node.path(field), field, "en"));
    }

    private String string(JsonNode in, String field, String language) {
        String text = in.path(language).stringValue("");
        if (text.isBlank()) {
            throw faulty("\"" + field + "\" has no text in \"" + language + "\"; write it in both languages");
        }
        return text;
    }

    private <T> T choice(String field, T[] values, Function<T, String> name) {
        String written = string(node, field);
        return Arrays.stream(values)
                .filter(value -> name.apply(value).equals(written))
                .findFirst()
                .orElseThrow(() -> faulty("\"" + field + "\" is \"" + written + "\"; use one of "
                        + Arrays.stream(values).map(name).toList()));
    }

    private String key(JsonNode in, String field) {
        String key = string(in, field);
        if (!KEY.matcher(key).matches()) {
            throw faulty("\"" + field + "\" is \"" + key + "\"; use lower-case words joined by hyphens");
        }
        return key;
    }

    private String string(JsonNode in, String field) {
        String value = in.path(field).stringValue("");
        if (value.isBlank()) {
            throw faulty("\"" + field + "\" is missing; every rule of this clock has one");
        }
        return value;
    }

    private Stream<JsonNode> list(String field) {
        JsonNode list = node.path(field);
        if (!list.isArray()) {
            throw faulty("\"" + field + "\" is not a list; write [] for none");
        }
        return list.valueStream();
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private FaultyRule faulty(String problem) {
        return new FaultyRule(node.path("id").asString("without an id"), problem);
    }
}
