package org.tasuki.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.tasuki.terms.Text;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The office's table from the urgency sheet's answers to AA, A, B, C or D. Branching is a local matter, so it stands in
 * {@code processes/urgency.yaml}; the first rule whose conditions all hold decides.
 */
@Component
public class UrgencyTable {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** What the office's table says: the outcome, and because of which answers. */
    record Rule(String then, Map<String, String> when, Text because) {

        Rule {
            when = Objects.requireNonNullElse(when, Map.of());
        }

        boolean holds(Map<String, Object> answers) {
            return when.entrySet().stream()
                    .allMatch(condition -> condition.getValue().equals(answers.get(condition.getKey())));
        }
    }

    private final List<Rule> rules;

    UrgencyTable() throws IOException {
        try (InputStream file = new ClassPathResource("processes/urgency.yaml").getInputStream()) {
            rules = MAPPER.readValue(file, File.class).rules();
        }
        if (rules.isEmpty() || !rules.get(rules.size() - 1).when().isEmpty()) {
            throw new IllegalStateException("processes/urgency.yaml: the last rule must hold for every sheet");
        }
    }

    /** AA, A, B, C or D. */
    public String outcome(Map<String, Object> answers) {
        return decide(answers).then();
    }

    Rule decide(Map<String, Object> answers) {
        return rules.stream().filter(rule -> rule.holds(answers)).findFirst().orElseThrow();
    }

    private record File(List<Rule> rules) {}
}
