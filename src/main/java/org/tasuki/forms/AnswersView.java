package org.tasuki.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Text;

/** Stored answers to read, not to change; for {@code forms/form :: answers}. */
public record AnswersView(List<Section> sections) {

    private static final Text LEFTOVERS = new Text("以前の様式の項目", "From an earlier version of the form");

    /** A group of the form, or what stands outside groups. */
    public record Section(@Nullable String heading, List<Item> items) {}

    /**
     * @param hidden that the reader may not see it; then there are neither lines nor rows
     * @param rows of a list
     */
    public record Item(String label, boolean hidden, List<String> lines, List<List<Item>> rows) {}

    /**
     * @param answers as stored; they may come from an earlier version of the form
     * @param open the secret groups that this reader may see; CAPA 7 keeps the notifier's identity from the others
     */
    public static AnswersView of(Form form, Map<String, ?> answers, Locale locale, Lookups lookups, Set<String> open) {
        Builder builder = new Builder(answers, locale, lookups, open);
        builder.take(null, form.components());
        builder.takeLeftovers();
        return new AnswersView(List.copyOf(builder.sections));
    }

    private static final class Builder {

        private final Map<String, Object> left;
        private final Locale locale;
        private final Lookups lookups;
        private final Set<String> open;
        private final List<Section> sections = new ArrayList<>();

        Builder(Map<String, ?> answers, Locale locale, Lookups lookups, Set<String> open) {
            this.left = new LinkedHashMap<>(answers);
            this.locale = locale;
            this.lookups = lookups;
            this.open = open;
        }

        void take(@Nullable String heading, List<Component> components) {
            List<Item> items = new ArrayList<>();
            for (Component component : components) {
                if (component instanceof Group group) {
                    close(heading, items);
                    take(group.label().in(locale), group.components());
                    items = new ArrayList<>();
                } else if (component instanceof Field field) {
                    Object answer = left.remove(field.key());
                    add(items, field.head().meaning(), field.head().label(), answer, shown(field, answer), List.of());
                } else if (component instanceof DynamicList list) {
                    Object answer = left.remove(list.key());
                    add(items, list.meaning(), list.label(), answer, List.of(), rows(list, answer));
                }
            }
            close(heading, items);
        }

        /** No answer is lost with a field: what this version does not know is shown by its key, to who may see all. */
        void takeLeftovers() {
            boolean hidden = !open.containsAll(Properties.SECRET_GROUPS);
            List<Item> items = new ArrayList<>();
            left.forEach((key, answer) ->
                    items.add(new Item(key, hidden, hidden ? List.of() : List.of(String.valueOf(answer)), List.of())));
            close(LEFTOVERS.in(locale), items);
        }

        private void close(@Nullable String heading, List<Item> items) {
            if (!items.isEmpty()) {
                sections.add(new Section(heading, List.copyOf(items)));
            }
        }

        /** A secret item is there whether answered or not: that there is nothing to hide would tell as well. */
        private void add(
                List<Item> items,
                Meaning meaning,
                Text label,
                @Nullable Object answer,
                List<String> lines,
                List<List<Item>> rows) {
            if (meaning.group() != null && !open.contains(meaning.group())) {
                items.add(new Item(label.in(locale), true, List.of(), List.of()));
            } else if (answer != null) {
                items.add(new Item(label.in(locale), false, lines, rows));
            }
        }

        private List<String> shown(Field field, @Nullable Object answer) {
            return answer == null ? List.of() : field.shown(answer, locale, lookups);
        }

        private List<List<Item>> rows(DynamicList list, @Nullable Object answer) {
            List<List<Item>> rows = new ArrayList<>();
            for (Object row : answer instanceof List<?> all ? all : List.of()) {
                if (row instanceof Map<?, ?> cells) {
                    rows.add(row(list, cells));
                }
            }
            return rows;
        }

        private List<Item> row(DynamicList list, Map<?, ?> cells) {
            List<Item> items = new ArrayList<>();
            for (Field field : list.fields()) {
                Object answer = cells.get(field.key());
                add(items, field.head().meaning(), field.head().label(), answer, shown(field, answer), List.of());
            }
            return items;
        }
    }
}
