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
     * @param unreadable that it was sealed, and cannot be opened any more
     * @param rows of a list
     */
    public record Item(String label, boolean hidden, boolean unreadable, List<String> lines, List<List<Item>> rows) {

        static Item shown(String label, List<String> lines, List<List<Item>> rows) {
            return new Item(label, false, false, lines, rows);
        }

        static Item withheld(String label, boolean unreadable) {
            return new Item(label, !unreadable, unreadable, List.of(), List.of());
        }
    }

    /**
     * @param answers as stored; they may come from an earlier version of the form
     * @param open the secret groups that this reader may see; CAPA 7 keeps the notifier's identity from the others
     */
    public static AnswersView of(Form form, Map<String, ?> answers, Locale locale, Lookups lookups, Set<String> open) {
        return build(form, new Builder(answers, locale, lookups, open, false));
    }

    /** The same for a reader who may see the secret groups, when they cannot be opened. */
    public static AnswersView unreadable(Form form, Map<String, ?> answers, Locale locale, Lookups lookups) {
        return build(form, new Builder(answers, locale, lookups, Set.of(), true));
    }

    private static AnswersView build(Form form, Builder builder) {
        builder.take(null, form.components());
        builder.takeLeftovers();
        return new AnswersView(List.copyOf(builder.sections));
    }

    private static final class Builder {

        private final Map<String, Object> left;
        private final Locale locale;
        private final Lookups lookups;
        private final Set<String> open;
        private final boolean unreadable;
        private final List<Section> sections = new ArrayList<>();

        Builder(Map<String, ?> answers, Locale locale, Lookups lookups, Set<String> open, boolean unreadable) {
            this.left = new LinkedHashMap<>(answers);
            this.locale = locale;
            this.lookups = lookups;
            this.open = open;
            this.unreadable = unreadable;
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
            left.forEach((key, answer) -> items.add(
                    hidden ? Item.withheld(key, false) : Item.shown(key, List.of(String.valueOf(answer)), List.of())));
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
                items.add(Item.withheld(label.in(locale), unreadable));
            } else if (answer != null) {
                items.add(Item.shown(label.in(locale), lines, rows));
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
