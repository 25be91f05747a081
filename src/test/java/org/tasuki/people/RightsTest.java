package org.tasuki.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;

class RightsTest {

    private static final Path PAGE = Path.of("docs/security.md");
    private static final String BEGIN = "<!-- rights: written by RightsTest -->\n";
    private static final String END = "<!-- rights: end -->";

    private final Rights shipped = new Rights(new ClassPathResource("processes/rights.yaml"));

    @Test
    void anOfficerAnswersForTheirOwnCasesOnly() {
        Actor officer = holding(Role.OFFICER);
        assertThat(shipped.has(officer, Right.SEE_NOTIFIER, true)).isTrue();
        assertThat(shipped.has(officer, Right.SEE_NOTIFIER, false)).isFalse();
        assertThat(shipped.has(officer, Right.SEE_NOTIFIER)).isFalse();
    }

    @Test
    void whoeverHoldsTwoRolesHasTheRightsOfBothAndTheWiderReach() {
        Set<Role> both = Set.of(Role.OFFICER, Role.RECEPTION);
        assertThat(shipped.reach(both)).isEqualTo(Scope.CENTER);
        assertThat(shipped.has(holding(Role.OFFICER, Role.RECEPTION), Right.TAKE_BACK))
                .isTrue();
        assertThat(shipped.has(holding(Role.OFFICER, Role.RECEPTION), Right.END_CASE, true))
                .isTrue();
    }

    @Test
    void nobodyHasAnyRightWithoutARole() {
        assertThat(Right.values()).noneMatch(right -> shipped.has(Actor.NOBODY, right, true));
        assertThat(shipped.reach(Set.of())).isEqualTo(Scope.NONE);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void agenciesAndThoseBesideTheCasesReachNone(Role role) {
        Scope reach = shipped.reach(Set.of(role));
        if (role.ofCenter()) {
            assertThat(reach).isIn(Scope.TEAM, Scope.CENTER);
        } else {
            assertThat(reach).isEqualTo(Scope.NONE);
        }
        if (role.ofAgency()) {
            assertThat(Right.values()).noneMatch(right -> shipped.has(holding(role), right, true));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    lawyer: { cases: team }         | lawyers: { cases: team }               | role lawyers: there is no such role
                    lawyer: { cases: team }         |                                        | role lawyer: is missing
                    lawyer: { cases: team }         | lawyer: { cases: flow }                | role lawyer: "cases" is one of [team, center]
                    lawyer: { cases: team }         | lawyer: null                           | role lawyer: give at least "cases"
                    lawyer: { cases: team }         | lawyer: { cases: team, may: [x] }      | not readable
                    lawyer: { cases: team }         | lawyer: { cases: team, all: [x] }      | role lawyer: there is no right "x"
                    lawyer: { cases: team }         | lawyer: { cases: team, own: [restrict] } | role lawyer: only officers
                    lawyer: { cases: team }         | lawyer: { cases: team, all: [read-trail] } | role lawyer: "read-trail" is not for
                    lawyer: { cases: team }         | police: { cases: none }                | not readable
                    lawyer: { cases: team }         | lawyer: { cases: team, all: [decide-erasure] } | role lawyer: "decide-erasure" is not for
                    police: { cases: none }         | police: { cases: team }                | role police: "cases" is one of [none]
                    police: { cases: none }         | police: { cases: none, all: [see-notifier] } | role police: "see-notifier" is not for
                    analyst: { cases: none }        | analyst: { cases: none, all: [end-case] } | role analyst: "end-case" is not for
                    all: [read-trail]               | all: []                                | nobody has "read-trail"
                    """)
    void aTableThatCannotStandIsRefusedByName(String line, String instead, String message) throws IOException {
        String yaml = new ClassPathResource("processes/rights.yaml").getContentAsString(StandardCharsets.UTF_8);
        assertThat(yaml).contains(line);
        String changed = yaml.replace(line, instead == null ? "" : instead);
        assertThatThrownBy(() -> new Rights(new ByteArrayResource(changed.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(FaultyRights.class)
                .hasMessageStartingWith("rights.yaml")
                .hasMessageContaining(message);
    }

    @Test
    void aTableThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> new Rights(new FileSystemResource("/nowhere/rights.yaml")))
                .isInstanceOf(FaultyRights.class)
                .hasMessageContaining("cannot be opened");
    }

    @Test
    void anOfficesOwnTableDecides() {
        String yaml =
                shippedText().replace("lawyer: { cases: team }", "lawyer: { cases: center, all: [see-notifier] }");
        Rights own = new Rights(new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)));
        assertThat(own.reach(Set.of(Role.LAWYER))).isEqualTo(Scope.CENTER);
        assertThat(own.has(holding(Role.LAWYER), Right.SEE_NOTIFIER)).isTrue();
        assertThat(shipped.has(holding(Role.LAWYER), Right.SEE_NOTIFIER)).isFalse();
    }

    @Test
    void theTableInTheDocumentsIsTheOneThatDecides() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(page).contains(BEGIN, END);
        Path asItStands = Files.writeString(Path.of("target/rights.md"), table());
        assertThat(page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END)))
                .as("docs/security.md shows other rights: put %s between its two marks", asItStands)
                .isEqualTo(table());
    }

    private String table() {
        return Stream.concat(
                        Stream.of(
                                "| role | cases | rights (*own*: over the cases whose officer they are) |",
                                "|---|---|---|"),
                        Arrays.stream(Role.values()).map(role -> "| %s | %s | %s |"
                                .formatted(
                                        role.key(), shipped.reach(Set.of(role)).key(), rights(role))))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private String rights(Role role) {
        Actor me = holding(role);
        return Arrays.stream(Right.values())
                .filter(right -> shipped.has(me, right, true))
                .map(right -> shipped.has(me, right) ? right.key() : right.key() + " (*own*)")
                .collect(Collectors.joining(", "));
    }

    private static String shippedText() {
        try {
            return new ClassPathResource("processes/rights.yaml").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Actor holding(Role... roles) {
        return Actor.person("somebody", Set.of(roles), "chuo", null);
    }
}
