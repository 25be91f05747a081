package org.tasuki.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What speaks for one person and not for another. */
class CriterionTest {

    private static final Asked NOTHING = new Asked(Set.of(), null, null);

    @Test
    void whoWorksHalfAsLongCarriesTwiceAsMuch() {
        assertThat(person(100, null, 10, 2).load()).isEqualTo(12);
        assertThat(person(50, null, 10, 2).load()).isEqualTo(24);
        assertThat(Criterion.LOAD.fitness(person(100, null, 10, 2), NOTHING))
                .isGreaterThan(Criterion.LOAD.fitness(person(50, null, 10, 2), NOTHING));
    }

    @Test
    void whatNobodyAskedForIsMetByEverybody() {
        assertThat(Criterion.values())
                .filteredOn(one -> one != Criterion.OFFICER)
                .allMatch(one -> one.isMet(person(100, null, 0, 0), NOTHING));
    }

    @Test
    void theChildAskedForAWoman() {
        Asked asked = new Asked(Set.of(), null, "female");
        assertThat(Criterion.SEX.isMet(person(100, "female", 0, 0), asked)).isTrue();
        assertThat(Criterion.SEX.isMet(person(100, "male", 0, 0), asked)).isFalse();
        assertThat(Criterion.SEX.isMet(person(100, null, 0, 0), asked)).isFalse();
    }

    @Test
    void anExclusionIsSaidBeforeAnAbsence() {
        Candidate both =
                new Candidate("a", false, 100, null, Set.of(), Set.of(), true, false, Instant.EPOCH, List.of(), 0, 0);
        assertThat(both.hindrance()).isEqualTo(Candidate.Hindrance.EXCLUDED);
    }

    private static Candidate person(int hours, @Nullable String sex, int cases, int tasks) {
        return new Candidate("a", false, hours, sex, Set.of(), Set.of(), false, false, null, List.of(), cases, tasks);
    }
}
