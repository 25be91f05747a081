package org.tasuki.inbox.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.MultiValueMap;
import org.tasuki.inbox.Desk;

/** A sent form's parameters: its fields, and what the page adds under names that begin with an underscore. */
public final class FormParameters {

    private FormParameters() {}

    public static Map<String, List<String>> of(MultiValueMap<String, String> parameters) {
        return new LinkedHashMap<>(parameters);
    }

    public static Map<String, List<String>> fieldsOnly(Map<String, List<String>> typed) {
        Map<String, List<String>> fields = new LinkedHashMap<>(typed);
        fields.keySet().removeIf(name -> name.startsWith("_"));
        return fields;
    }

    static Map<String, List<String>> withReason(Map<String, List<String>> fields, Map<String, List<String>> typed) {
        Map<String, List<String>> both = new LinkedHashMap<>(fields);
        both.put(Desk.LATE_REASON, Objects.requireNonNullElse(typed.get(Desk.LATE_REASON), List.of()));
        return both;
    }
}
