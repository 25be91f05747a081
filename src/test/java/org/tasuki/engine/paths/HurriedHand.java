package org.tasuki.engine.paths;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.tasuki.casefile.OfficeLookups;
import org.tasuki.forms.Form;
import org.tasuki.forms.Forms;
import org.tasuki.forms.Problem;
import org.tasuki.forms.Submission;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fills in a form as somebody in a hurry would: sends it, reads what is missing, adds just that. */
public class HurriedHand {

    /** Where the first choice would start something that a story should ask for. */
    private static final Map<String, String> QUIET = Map.ofEntries(
            Map.entry("meeting", "regular"),
            Map.entry("protection", "none"),
            Map.entry("measure", "none"),
            Map.entry("policeReferral", "no"),
            Map.entry("serviceReferral", "no"),
            Map.entry("jointInterview", "no"),
            Map.entry("requested", "no"),
            Map.entry("imminent", "no"),
            Map.entry("graveResult", "no"),
            Map.entry("graveLikely", "no"),
            Map.entry("recurrence", "no"),
            Map.entry("effects", "no"),
            Map.entry("guardianRisk", "no"),
            Map.entry("household", "no"));

    private final Forms forms;
    private final OfficeLookups lookups;
    private final JsonMapper json;
    private final Map<String, Map<String, JsonNode>> fields = new HashMap<>();

    HurriedHand(Forms forms, OfficeLookups lookups, JsonMapper json) {
        this.forms = forms;
        this.lookups = lookups;
        this.json = json;
    }

    /** @param now on the case's clock, in Japan: what a date is answered with unless the story gives another */
    Map<String, List<String>> fill(String key, Map<String, String> given, LocalDateTime now) {
        return fill(StoryOffice.CENTER, key, given, now);
    }

    /** The same in another center, whose own lists have something to choose from. */
    public Map<String, List<String>> fill(String center, String key, Map<String, String> given, LocalDateTime now) {
        Form form = forms.form(key);
        Map<String, List<String>> typed = new LinkedHashMap<>();
        given.forEach((field, value) -> typed.put(field, List.of(value)));
        while (true) {
            Submission sent = form.submit(typed, lookups.at(center));
            List<Problem> missing = sent.problems().stream()
                    .filter(problem -> !typed.containsKey(problem.path()))
                    .toList();
            if (missing.isEmpty()) {
                return typed;
            }
            missing.forEach(problem -> typed.put(problem.path(), List.of(answer(center, key, problem, now))));
        }
    }

    boolean asks(String form, String field) {
        return fieldsOf(form).containsKey(field);
    }

    private String answer(String center, String form, Problem problem, LocalDateTime now) {
        String name = problem.path().substring(problem.path().lastIndexOf('.') + 1);
        JsonNode field = fieldsOf(form).get(name);
        if (field == null) {
            throw new AssertionError("form " + form + ": " + problem);
        }
        return switch (field.path("type").asString()) {
            case "radio", "select", "checklist" -> choice(center, name, field);
            case "checkbox" -> "true";
            case "number" -> field.path("validate").path("min").asString("1");
            case "datetime" ->
                "date".equals(field.path("subtype").asString())
                        ? now.toLocalDate().toString()
                        : now.toString();
            default -> "記録";
        };
    }

    private String choice(String center, String name, JsonNode field) {
        String source = field.path("properties").path("options").asString("");
        if (!source.isEmpty()) {
            return lookups.at(center).options(source).get(0).value();
        }
        return QUIET.getOrDefault(
                name, field.path("values").get(0).path("value").asString());
    }

    private Map<String, JsonNode> fieldsOf(String form) {
        return fields.computeIfAbsent(form, key -> {
            Map<String, JsonNode> found = new HashMap<>();
            collect(read(key).path("components"), found);
            return found;
        });
    }

    private void collect(JsonNode components, Map<String, JsonNode> found) {
        for (JsonNode component : components) {
            if (component.has("key")) {
                found.put(component.path("key").asString(), component);
            }
            collect(component.path("components"), found);
        }
    }

    private JsonNode read(String form) {
        try (var file = new ClassPathResource("forms/" + form + ".json").getInputStream()) {
            return json.readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
