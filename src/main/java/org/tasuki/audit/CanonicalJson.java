package org.tasuki.audit;

import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * JSON that two programs write alike (RFC 8785): no white space, keys in the order of their UTF-16 code units, strings with
 * the shortest escapes and everything else as it is. The trail holds strings, whole numbers and null.
 */
final class CanonicalJson {

    private static final Map<Integer, String> SHORT = Map.of(
            (int) '"',
            "\\\"",
            (int) '\\',
            "\\\\",
            (int) '\b',
            "\\b",
            (int) '\t',
            "\\t",
            (int) '\n',
            "\\n",
            (int) '\f',
            "\\f",
            (int) '\r',
            "\\r");

    private CanonicalJson() {}

    /** Values are null, strings, whole numbers, or what Jackson has read. */
    static String of(Map<String, ? extends @Nullable Object> object) {
        return new TreeMap<>(object)
                .entrySet().stream()
                        .map(field -> text(field.getKey()) + ":" + value(field.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
    }

    private static String value(@Nullable Object value) {
        if (value instanceof JsonNode node) {
            return node(node);
        }
        return value instanceof String text ? text(text) : String.valueOf(value);
    }

    private static String node(JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonNode> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
            return of(fields);
        }
        if (node.isArray()) {
            Iterator<JsonNode> items = node.iterator();
            return StreamSupport.stream(((Iterable<JsonNode>) () -> items).spliterator(), false)
                    .map(CanonicalJson::node)
                    .collect(Collectors.joining(",", "[", "]"));
        }
        return node.isString() ? text(node.stringValue()) : node.toString();
    }

    private static String text(String text) {
        return text.chars().mapToObj(CanonicalJson::escaped).collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(int unit) {
        String known = SHORT.get(unit);
        if (known != null) {
            return known;
        }
        return unit < ' ' ? "\\u%04x".formatted(unit) : String.valueOf((char) unit);
    }
}
