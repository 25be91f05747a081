package org.tasuki.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.tasuki.people.Role;
import org.tasuki.staffing.AssignmentRules.Way;

/** The office's rules of assignment: the shipped ones, and what is told to whoever mistypes them. */
class AssignmentRulesTest {

    private static final Instant NINE = Instant.parse("2026-06-01T00:00:00Z");

    private final AssignmentRules shipped = read(written());

    @Test
    void theOfficersStepsAreTheOfficersAndTheOtherDesksAreTakenFrom() {
        assertThat(shipped.way(Role.OFFICER)).isEqualTo(Way.OFFICER);
        assertThat(shipped.way(Role.RECEPTION)).isEqualTo(Way.PULL);
        assertThat(shipped.way(Role.DIRECTOR)).isEqualTo(Way.PULL);
        assertThat(shipped.plannedCases()).isEqualTo(40);
        assertThat(shipped.skillsFor("jointInterview")).containsExactly("joint-interview");
    }

    @Test
    void aTaskLiesUnclaimedForAQuarterOfItsLimitAndNeverOverADay() {
        assertThat(shipped.unclaimed(NINE, NINE.plus(Duration.ofHours(1)))).isEqualTo(Duration.ofMinutes(15));
        assertThat(shipped.unclaimed(NINE, NINE.plus(Duration.ofDays(30)))).isEqualTo(Duration.ofHours(24));
        assertThat(shipped.unclaimed(NINE, NINE.minusSeconds(1))).isEqualTo(Duration.ZERO);
    }

    @Test
    void nobodyIsToldOfWhatLiesOnTheirOwnDesk() {
        assertThat(shipped.climbsTo("reception", 0)).isEqualTo("supervisor");
        assertThat(shipped.climbsTo("reception", 1)).isEqualTo("director");
        assertThat(shipped.climbsTo("reception", 2)).isNull();
        assertThat(shipped.climbsTo("supervisor", 0)).isEqualTo("director");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    reception: pull        | reception: push    | there is no way "push"
                    reception: pull        | receptoin: pull    | is no desk of a center
                    must: [skills, sex]    | must: [skill]      | there is no criterion "skill"
                    prefer: [officer, language, load] | prefer: [load, load] | stands there twice
                    [joint-interview]      | [joint]            | is not among the skills
                    cases: 40              | cases: 0           | write a whole number
                    cases: 40              | cases: 5.5         | not readable
                    share: 25              | share: 0           | write a whole number
                    PT24H                  | a day              | is no span of time
                    [supervisor, director] | []                 | nobody would hear of it
                    longAbsence: 30        | longAbscence: 30   | not readable
                    """)
    void whatIsMistypedIsToldBeforeTheOfficeOpens(String right, String wrong, String said) {
        String yaml = written();
        assertThat(yaml).contains(right);
        assertThatThrownBy(() -> read(yaml.replace(right, wrong)))
                .isInstanceOf(FaultyAssignment.class)
                .hasMessageStartingWith("assignment.yaml")
                .hasMessageContaining(said);
    }

    private static AssignmentRules read(String yaml) {
        return new AssignmentRules(new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String written() {
        try {
            return Files.readString(Path.of("processes/assignment.yaml"));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
