package org.tasuki.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.tasuki.forms.FormView;
import org.tasuki.forms.Forms;
import org.tasuki.forms.Lookups;
import org.tasuki.terms.Japan;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A page's model, read from {@code preview/*.yaml}: dates as text, a text in both languages as {@code {ja, en}}, a form as
 * {@code {sheet}}.
 */
record PageSample(String view, Map<String, @Nullable Object> model) {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String MOMENT = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}";
    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

    static PageSample read(String name, Locale locale) throws IOException {
        try (InputStream file = new ClassPathResource("preview/" + name + ".yaml").getInputStream()) {
            Map<String, Object> raw = YAML.readValue(file, new TypeReference<>() {});
            Map<String, @Nullable Object> model = new LinkedHashMap<>();
            raw.forEach((key, value) -> model.put(key, value(value, locale)));
            return new PageSample(String.valueOf(model.remove("view")), model);
        }
    }

    private static @Nullable Object value(@Nullable Object raw, Locale locale) {
        if (raw instanceof Map<?, ?> map) {
            return object(map, locale);
        }
        if (raw instanceof List<?> list) {
            List<@Nullable Object> values = new ArrayList<>();
            list.forEach(one -> values.add(value(one, locale)));
            return values;
        }
        return raw instanceof String text ? date(text) : raw;
    }

    private static @Nullable Object object(Map<?, ?> map, Locale locale) {
        if (map.keySet().equals(Set.of("ja", "en"))) {
            return map.get(locale.getLanguage());
        }
        if (map.keySet().equals(Set.of("sheet"))) {
            return sheet(String.valueOf(map.get("sheet")), locale);
        }
        Map<Object, @Nullable Object> converted = new LinkedHashMap<>();
        map.forEach((key, one) -> converted.put(key, value(one, locale)));
        return converted;
    }

    private static FormView sheet(String key, Locale locale) {
        return FormView.of(new Forms().form(key), Map.of(), List.of(), locale, Lookups.NONE);
    }

    private static Object date(String text) {
        if (text.matches(MOMENT)) {
            return LocalDateTime.parse(text).atZone(Japan.ZONE).toInstant();
        }
        return text.matches(DAY) ? LocalDate.parse(text) : text;
    }
}
