package org.tasuki.deadlines;

import java.io.InputStream;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The YAML file of rules as it is written: a list named {@code rules}. */
final class RuleFile {

    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private RuleFile() {}

    static List<DeadlineRule> read(InputStream yaml) {
        JsonNode rules = tree(yaml).path("rules");
        if (!rules.isArray() || rules.isEmpty()) {
            throw new FaultyRule("the file has no rules; list them under \"rules:\"");
        }
        return rules.valueStream().map(rule -> new RuleEntry(rule).read()).toList();
    }

    private static JsonNode tree(InputStream yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JacksonException cause) {
            throw new FaultyRule("not readable as YAML: " + cause.getMessage(), cause);
        }
    }
}
