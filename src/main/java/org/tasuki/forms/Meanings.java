package org.tasuki.forms;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the answers of a form are used for, by the key of the field or list. */
record Meanings(Map<String, Meaning> byKey) {

    static Meanings of(List<Component> components) {
        Map<String, Meaning> byKey = new LinkedHashMap<>();
        Walk.through(components, component -> {
            if (component instanceof Field field) {
                byKey.put(field.key(), field.head().meaning());
            } else if (component instanceof DynamicList list) {
                byKey.put(list.key(), list.meaning());
            }
        });
        return new Meanings(byKey);
    }

    /** From a use (a variable, a fact, a column) to the key of the field that serves it. */
    Map<String, String> by(Function<Meaning, @Nullable String> use) {
        Map<String, String> keys = new LinkedHashMap<>();
        byKey.forEach((key, meaning) -> {
            String name = use.apply(meaning);
            if (name != null) {
                keys.put(name, key);
            }
        });
        return keys;
    }

    Set<String> keySet(Function<Meaning, @Nullable String> use) {
        return by(use).keySet();
    }

    Set<String> secret() {
        Set<String> keys = new LinkedHashSet<>();
        byKey.forEach((key, meaning) -> {
            if (meaning.group() != null) {
                keys.add(key);
            }
        });
        return keys;
    }
}
