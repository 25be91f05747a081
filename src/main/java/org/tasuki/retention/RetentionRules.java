package org.tasuki.retention;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.tasuki.terms.Text;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The rules of {@code processes/retention.yaml} in all their versions, in the order in which they are tried. */
@Component
public class RetentionRules {

    static final String FILE = "processes/retention.yaml";

    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final List<RetentionRule> rules;
    private final AgencySight sight;

    RetentionRules() {
        File file = read();
        rules = file.rules();
        sight = file.agencySight();
        if (rules.isEmpty() || !rules.get(rules.size() - 1).answered().isEmpty()) {
            throw new IllegalStateException(FILE + ": the last rule must hold for every case");
        }
    }

    List<RetentionRule> all() {
        return rules;
    }

    /** Those in effect on a day, in the order in which they are tried. */
    public List<RetentionRule> current(LocalDate day) {
        return rules.stream()
                .filter(rule -> !rule.effectiveFrom().isAfter(day))
                .filter(rule -> rules.stream()
                        .noneMatch(other -> other.id().equals(rule.id())
                                && other.effectiveFrom().isAfter(rule.effectiveFrom())
                                && !other.effectiveFrom().isAfter(day)))
                .toList();
    }

    /** Any version of it: they bear one name. */
    public Optional<RetentionRule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** How long an agency may look up what it was handed, after the case has closed. */
    public AgencySight sight() {
        return sight;
    }

    private static File read() {
        try (InputStream file = new ClassPathResource(FILE).getInputStream()) {
            return YAML.readValue(file, File.class);
        } catch (IOException missing) {
            throw new UncheckedIOException(FILE + " is not on the class path", missing);
        }
    }

    /** @param source why so long */
    public record AgencySight(int months, Text source) {}

    private record File(AgencySight agencySight, List<RetentionRule> rules) {}
}
