package org.tasuki.forms;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills in for practice what a form still wants: sends it, reads what is missing, and adds just that. What it writes is plain to see as made
 * up, and starts nothing that was not asked for.
 */
public final class MadeUp {

    private static final String WORDS = "（演習のための記入）";

    /** Chosen before the first option, in this order: they lead nowhere of their own. */
    private static final List<String> QUIET = List.of("no", "none", "regular");

    private static final Pattern ROW = Pattern.compile("(\\w+)\\[\\d+]\\.(\\w+)");
    private static final int ROUNDS = 20;

    private final Form form;
    private final Lookups lookups;
    private final LocalDateTime now;

    private MadeUp(Form form, Lookups lookups, LocalDateTime now) {
        this.form = form;
        this.lookups = lookups;
        this.now = now.truncatedTo(ChronoUnit.MINUTES);
    }

    /**
     * @param given answers by field; those that the form does not ask for are left out
     * @param now in Japan, on the case's clock: what a date is answered with
     */
    public static Map<String, List<String>> fill(
            Form form, Map<String, String> given, Lookups lookups, LocalDateTime now) {
        return new MadeUp(form, lookups, now).fill(given);
    }

    private Map<String, List<String>> fill(Map<String, String> given) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        given.forEach((path, value) -> {
            if (field(path).isPresent()) {
                typed.put(path, List.of(value));
            }
        });
        for (int round = 0; round < ROUNDS && more(typed); round++) {
            // what was added may ask for more
        }
        return typed;
    }

    private boolean more(Map<String, List<String>> typed) {
        int before = typed.size();
        form.submit(typed, lookups).problems().stream()
                .map(Problem::path)
                .filter(path -> !typed.containsKey(path))
                .forEach(path -> field(path).map(this::answer).ifPresent(value -> typed.put(path, List.of(value))));
        return typed.size() > before;
    }

    private Optional<Field> field(String path) {
        Matcher row = ROW.matcher(path);
        return Optional.ofNullable(
                row.matches()
                        ? inList(row.group(1), row.group(2))
                        : form.fields().get(path));
    }

    private @Nullable Field inList(String list, String key) {
        DynamicList rows = form.lists().get(list);
        return rows == null
                ? null
                : rows.fields().stream()
                        .filter(field -> field.key().equals(key))
                        .findFirst()
                        .orElse(null);
    }

    private @Nullable String answer(Field field) {
        if (field instanceof Choice choice) {
            return quietest(choice.options());
        }
        if (field instanceof Checklist checklist) {
            return quietest(checklist.options());
        }
        if (field instanceof NumberField number) {
            return number.min() == null ? "1" : number.min().toPlainString();
        }
        if (field instanceof DateField) {
            return now.toLocalDate().toString();
        }
        if (field instanceof DateTimeField) {
            return now.toString();
        }
        if (field instanceof TimeField) {
            return now.toLocalTime().toString();
        }
        return field instanceof Checkbox ? "true" : WORDS;
    }

    private @Nullable String quietest(Options options) {
        List<String> values = options.in(lookups).stream().map(Option::value).toList();
        return QUIET.stream()
                .filter(values::contains)
                .findFirst()
                .orElseGet(() -> values.isEmpty() ? null : values.get(0));
    }
}
