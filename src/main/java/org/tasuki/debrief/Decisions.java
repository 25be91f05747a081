package org.tasuki.debrief;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.UrgencyTable;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.StepFacts;
import org.tasuki.engine.StepPlace;
import org.tasuki.forms.Forms;
import tools.jackson.databind.json.JsonMapper;

/** What decides a case's way: what was chosen in the forms, and the urgency that follows from its sheet. */
@Component
public class Decisions {

    private static final String URGENCY = "urgency";

    /** Neither says anything of a choice that a way does not speak of. */
    private static final Set<String> NOTHING = Set.of("none", "no");

    private final Forms forms;
    private final UrgencyTable urgencies;
    private final ProcessCatalog catalog;
    private final JsonMapper json;
    private final MessageSource texts;

    Decisions(Forms forms, UrgencyTable urgencies, ProcessCatalog catalog, JsonMapper json, MessageSource texts) {
        this.forms = forms;
        this.urgencies = urgencies;
        this.catalog = catalog;
        this.json = json;
        this.texts = texts;
    }

    /** A form that the office has no more decides nothing. */
    @SuppressWarnings("unchecked")
    Map<String, String> made(String form, String stored) {
        if (forms.routingOf(form).isEmpty()) {
            return Map.of();
        }
        Map<String, Object> answers = json.readValue(stored, Map.class);
        Map<String, String> made = new LinkedHashMap<>(forms.form(form).chosen(answers));
        if (forms.form(form).computes().contains(URGENCY)) {
            made.put(URGENCY, urgencies.outcome(answers));
        }
        return made;
    }

    /** Each with its question, in the words of the step's own form. */
    public List<String> words(StepPlace at, Map<String, String> made, Locale language) {
        String form = catalog.step(at.process(), at.step())
                .map(StepFacts::formKey)
                .filter(forms::knows)
                .orElse(null);
        return made.entrySet().stream()
                .map(one -> words(form, one.getKey(), one.getValue(), language))
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private String words(@Nullable String form, String variable, String value, Locale language) {
        if (variable.equals(URGENCY)) {
            return Objects.requireNonNull(texts.getMessage("debrief.urgency", new Object[] {value}, value, language));
        }
        return form == null
                ? ""
                : forms.form(form).decision(variable, value, language).orElse("");
    }

    /** Whether a group chose otherwise than the ideal way says; of what it does not speak of, whether anything came of it. */
    static boolean otherwise(Map<String, String> ideal, Map<String, String> made) {
        return ideal.entrySet().stream()
                        .anyMatch(one -> !one.getValue().equals(made.getOrDefault(one.getKey(), "none")))
                || made.entrySet().stream()
                        .anyMatch(one -> !ideal.containsKey(one.getKey()) && !NOTHING.contains(one.getValue()));
    }
}
