package org.tasuki.forms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Text;

/** A form file, read and found sound. It never changes. */
public final class Form {

    /** What a routing variable is set to when its field is hidden or left blank, so that no earlier round's value stays. */
    static final String NO_ROUTE = "none";

    private final String key;
    private final String version;
    private final Text title;
    private final Text complete;
    private final Set<String> computes;
    private final List<Component> components;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, DynamicList> lists = new LinkedHashMap<>();
    private final Meanings meanings;

    Form(String key, String version, Text title, Text complete, Set<String> computes, List<Component> components) {
        this.key = key;
        this.version = version;
        this.title = title;
        this.complete = complete;
        this.computes = Collections.unmodifiableSet(computes);
        this.components = List.copyOf(components);
        this.meanings = Meanings.of(components);
        Walk.through(components, this::index);
    }

    public String key() {
        return key;
    }

    /** The number that its authors gave it, and the start of the file's SHA-256: {@code 1-9f86d081}. */
    public String version() {
        return version;
    }

    public Text title() {
        return title;
    }

    /** The words on the button that completes the task. */
    public Text complete() {
        return complete;
    }

    List<Component> components() {
        return components;
    }

    /**
     * Reads what a browser sent. Names that start with {@code _} are not answers; {@code _add=list} and
     * {@code _remove=list[2]} only rearrange rows. Any other name that is not in the form refuses the whole form.
     */
    public Submission submit(Map<String, List<String>> raw, Lookups lookups) {
        Typed typed = Typed.of(this, raw);
        if (raw.containsKey("_add") || raw.containsKey("_remove")) {
            return Submission.rearranged(this, typed.rearranged(this, raw));
        }
        return new Reading(this, typed, lookups).submission();
    }

    /** The form's defaults, as a browser would send them. */
    public Map<String, List<String>> defaults() {
        Map<String, List<String>> defaults = new LinkedHashMap<>();
        fields.forEach((name, field) -> defaults.put(name, field.head().initial()));
        defaults.values().removeIf(List::isEmpty);
        return defaults;
    }

    /** The domain's columns that this form maps. */
    public Set<String> columns() {
        return meanings.keySet(Meaning::column);
    }

    /** The form's defaults, and over them what is known already of the columns that it maps. */
    public Map<String, List<String>> begun(Map<String, String> known) {
        Map<String, List<String>> begun = new LinkedHashMap<>(defaults());
        meanings.by(Meaning::column).forEach((column, key) -> {
            String value = known.get(column);
            if (value != null) {
                begun.put(key, List.of(value));
            }
        });
        return begun;
    }

    /** Stored answers as a browser would send them, to be corrected; what this version does not know is left out. */
    public Map<String, List<String>> typed(Map<String, ?> answers) {
        return Typed.from(this, answers);
    }

    /** The process variables that this form sets: those its fields declare, and those computed from its answers. */
    public Set<String> routing() {
        Set<String> routing = new LinkedHashSet<>(meanings.keySet(Meaning::routing));
        routing.addAll(computes);
        return routing;
    }

    /** The process variables that a core module must compute from the answers, and add to {@link Submission#routing}. */
    public Set<String> computes() {
        return computes;
    }

    /** The values that a field can set each process variable to; empty where the office's own lists decide. */
    public Map<String, Set<String>> routes() {
        Map<String, Set<String>> routes = new LinkedHashMap<>();
        meanings.by(Meaning::routing).forEach((variable, field) -> routes.put(variable, values(fields.get(field))));
        return routes;
    }

    /** The words of a field's options in the file's order; none where the office's own lists decide, or nothing is chosen. */
    public Map<String, Text> options(String key) {
        Map<String, Text> options = new LinkedHashMap<>();
        if (fields.get(key) instanceof Choice choice) {
            choice.options().fixed().forEach(option -> options.put(option.value(), option.label()));
        }
        return options;
    }

    /** What was decided, in words: the chosen option of each field that sets the case's way. */
    public List<String> decisions(Map<String, ?> answers, Locale language) {
        List<String> decisions = new ArrayList<>();
        for (String key : meanings.by(Meaning::routing).values()) {
            Object answer = answers.get(key);
            if (answer != null && fields.get(key) instanceof Choice choice) {
                String label = choice.head().label().in(language);
                decisions.add(label + ": " + choice.options().label(answer.toString(), language, Lookups.NONE));
            }
        }
        return decisions;
    }

    /** The same by the process variable that each sets, as values to compare; what the office's own lists decide is none of them. */
    public Map<String, String> chosen(Map<String, ?> answers) {
        Map<String, String> chosen = new LinkedHashMap<>();
        meanings.by(Meaning::routing).forEach((variable, key) -> {
            Object answer = answers.get(key);
            if (answer != null && !options(key).isEmpty()) {
                chosen.put(variable, answer.toString());
            }
        });
        return chosen;
    }

    /** One of these in words; empty where no field of the form sets the variable. */
    public Optional<String> decision(String variable, String value, Locale language) {
        return Optional.ofNullable(meanings.by(Meaning::routing).get(variable))
                .flatMap(key -> decisions(Map.of(key, value), language).stream().findFirst());
    }

    /** The case facts that this form records. */
    public Set<String> facts() {
        return meanings.keySet(Meaning::fact);
    }

    /** The fields and lists of the secret groups: their answers are sealed. */
    public Set<String> secret() {
        return meanings.secret();
    }

    Meanings meanings() {
        return meanings;
    }

    /** The fields outside lists, by key, in the order of the form. */
    Map<String, Field> fields() {
        return Collections.unmodifiableMap(fields);
    }

    Map<String, DynamicList> lists() {
        return Collections.unmodifiableMap(lists);
    }

    private void index(Component component) {
        if (component instanceof Field field) {
            fields.put(field.key(), field);
        } else if (component instanceof DynamicList list) {
            lists.put(list.key(), list);
        }
    }

    private static Set<String> values(@Nullable Field field) {
        Set<String> values = new LinkedHashSet<>();
        if (field instanceof Choice choice) {
            choice.options().fixed().forEach(option -> values.add(option.value()));
        }
        return values;
    }
}
