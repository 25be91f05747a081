package org.tasuki.workload;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The weights as they are written: whatever is mistyped is told before the office opens. */
final class LoadFile {

    private static final List<String> URGENCIES = List.of("AA", "A", "B", "C", "D", "none");
    private static final BigDecimal LEAST = new BigDecimal("0.1");
    private static final int MOST_OFFICERS = 50;
    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private record File(@Nullable Weights weights, @Nullable Supervisor supervisor) {}

    private record Weights(
            @Nullable Map<String, @Nullable BigDecimal> urgency,
            @Nullable BigDecimal followUp,
            @Nullable BigDecimal protection) {}

    private record Supervisor(int officers) {}

    private LoadFile() {}

    /** @throws FaultyLoad naming the place, what is wrong with it, and what to do */
    static LoadRules.Read read(Resource yaml) {
        File file = file(yaml);
        Weights weights = given("weights", file.weights());
        int officers = given("supervisor", file.supervisor()).officers();
        if (officers < 1 || officers > MOST_OFFICERS) {
            throw new FaultyLoad("supervisor, officers", "write a whole number from 1 to " + MOST_OFFICERS);
        }
        return new LoadRules.Read(
                urgencies(given("weights, urgency", weights.urgency())),
                weight("weights, followUp", weights.followUp()),
                weight("weights, protection", weights.protection()),
                officers);
    }

    private static File file(Resource yaml) {
        try (InputStream in = yaml.getInputStream()) {
            return YAML.readValue(in, File.class);
        } catch (JacksonException unreadable) {
            throw new FaultyLoad("not readable: " + unreadable.getOriginalMessage(), unreadable);
        } catch (IOException missing) {
            throw new FaultyLoad("cannot be opened: " + yaml.getDescription(), missing);
        }
    }

    private static Map<String, BigDecimal> urgencies(Map<String, @Nullable BigDecimal> written) {
        written.keySet().stream()
                .filter(level -> !URGENCIES.contains(level))
                .findFirst()
                .ifPresent(level -> {
                    throw new FaultyLoad("weights, urgency", "there is no urgency \"" + level + "\"; use " + URGENCIES);
                });
        Map<String, BigDecimal> weights = new LinkedHashMap<>();
        URGENCIES.forEach(level -> weights.put(level, weight("weights, urgency, " + level, written.get(level))));
        return weights;
    }

    private static BigDecimal weight(String place, @Nullable BigDecimal written) {
        BigDecimal weight = given(place, written).stripTrailingZeros();
        if (weight.compareTo(LEAST) < 0 || weight.compareTo(BigDecimal.TEN) > 0 || weight.scale() > 1) {
            throw new FaultyLoad(place, "write a number from 0.1 to 10, with one decimal at most");
        }
        return weight;
    }

    private static <T> T given(String place, @Nullable T value) {
        if (value == null) {
            throw new FaultyLoad(place, "is missing");
        }
        return value;
    }
}
