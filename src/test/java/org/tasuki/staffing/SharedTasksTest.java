package org.tasuki.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.FileSystemResource;
import org.tasuki.staffing.Candidates.Field;

/** Where an office lets the rules share tasks out: the first criterion that tells two people apart decides, and is the reason. */
class SharedTasksTest {

    private static final Asked NOTHING = new Asked(Set.of(), null, null);

    /** The people are given; nobody is looked up. */
    @SuppressWarnings("NullAway")
    private final Assignment assignment =
            new Assignment(new AssignmentRules(new FileSystemResource("processes/assignment.yaml")), null);

    @Test
    void theLeastBurdenedHasIt() {
        assertThat(best(NOTHING, person("a").with(30), person("b").with(12))).isEqualTo(new Choice("b", "load", null));
    }

    @Test
    void theCasesOfficerBeforeTheLeastBurdened() {
        assertThat(best(NOTHING, person("a").officer().with(30), person("b").with(12)))
                .isEqualTo(new Choice("a", "officer", null));
    }

    @Test
    void whoeverSpeaksTheLanguageBeforeTheLeastBurdened() {
        Asked asked = new Asked(Set.of(), "zh", null);
        assertThat(best(asked, person("a").speaking("zh").with(30), person("b").with(12)))
                .isEqualTo(new Choice("a", "language", null));
    }

    @Test
    void whatTheStepAsksForIsAMust() {
        Asked asked = new Asked(Set.of("joint-interview"), null, null);
        assertThat(best(asked, person("a"), person("b").able("joint-interview").with(99)))
                .isEqualTo(new Choice("b", "only", null));
        assertThat(best(asked, person("a"), person("c"))).isEqualTo(Choice.NOBODY_FITS);
    }

    @Test
    void neverTheExcludedNorTheAbsent() {
        assertThat(best(NOTHING, person("a").excluded(), person("b").away())).isEqualTo(Choice.NOBODY_HERE);
        assertThat(best(NOTHING, person("a").away(), person("b").with(99))).isEqualTo(new Choice("b", "only", null));
    }

    private Choice best(Asked asked, Person... people) {
        return assignment.theBest(
                new Field(List.of(people).stream().map(Person::candidate).toList(), asked));
    }

    private static Person person(String account) {
        return new Person(account, false, 0, Set.of(), Set.of(), false, false);
    }

    private record Person(
            String account,
            boolean isOfficer,
            int cases,
            Set<String> languages,
            Set<String> skills,
            boolean isExcluded,
            boolean isAway) {

        Person officer() {
            return new Person(account, true, cases, languages, skills, isExcluded, isAway);
        }

        Person with(int load) {
            return new Person(account, isOfficer, load, languages, skills, isExcluded, isAway);
        }

        Person speaking(String language) {
            return new Person(account, isOfficer, cases, Set.of(language), skills, isExcluded, isAway);
        }

        Person able(String skill) {
            return new Person(account, isOfficer, cases, languages, Set.of(skill), isExcluded, isAway);
        }

        Person excluded() {
            return new Person(account, isOfficer, cases, languages, skills, true, isAway);
        }

        Person away() {
            return new Person(account, isOfficer, cases, languages, skills, isExcluded, true);
        }

        Candidate candidate() {
            Instant until = isAway ? Instant.parse("2026-06-10T00:00:00Z") : null;
            return new Candidate(
                    account, isOfficer, 100, null, languages, skills, isExcluded, false, until, List.of(), cases, 0);
        }
    }
}
