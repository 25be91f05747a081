package org.tasuki.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;

/** What a case weighs: the shipped file, and what is told to whoever mistypes it. */
class LoadRulesTest {

    @Test
    void theShippedFileWeighsEveryUrgencyAndKnowsHowManyASupervisorGuides() {
        LoadRules.Read shipped = read(written());
        assertThat(shipped.urgency()).containsOnlyKeys("AA", "A", "B", "C", "D", "none");
        assertThat(shipped.urgency().get("AA")).isEqualByComparingTo("2");
        assertThat(shipped.followUp()).isEqualByComparingTo(new BigDecimal("0.5"));
        assertThat(shipped.officers()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    AA: 2.0         | AA: 20           | weights, urgency, AA: write a number from 0.1 to 10
                    AA: 2.0         | AA: -1           | write a number from 0.1 to 10
                    AA: 2.0         | AA: 1.25         | with one decimal at most
                    AA: 2.0         | AA: heavy        | not readable
                    AA: 2.0,        | ''               | weights, urgency, AA: is missing
                    AA: 2.0         | AAA: 2.0         | there is no urgency "AAA"
                    followUp: 0.5   | followUp: 0      | weights, followUp: write a number
                    protection: 0.5 | protectoin: 0.5  | not readable
                    protection: 0.5 | followUp: 0.5    | not readable
                    officers: 5     | officers: 0      | supervisor, officers: write a whole number
                    officers: 5     | officers: 5.5    | not readable
                    supervisor:     | supervisors:     | not readable
                    """)
    void whatIsMistypedIsToldBeforeTheOfficeOpens(String right, String wrong, String said) {
        String yaml = written();
        assertThat(yaml).contains(right);
        assertThatThrownBy(() -> read(yaml.replace(right, wrong)))
                .isInstanceOf(FaultyLoad.class)
                .hasMessageStartingWith("workload.yaml")
                .hasMessageContaining(said);
    }

    private static LoadRules.Read read(String yaml) {
        return LoadFile.read(new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String written() {
        try {
            return Files.readString(Path.of("processes/workload.yaml"));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
