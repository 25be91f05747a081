package org.tasuki.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tasuki.deadlines.DeadlineRule;
import org.tasuki.deadlines.DeadlineRules;
import org.tasuki.deadlines.LadderClimbed;
import org.tasuki.deadlines.LadderStep;
import org.tasuki.deadlines.LadderStep.Kind;
import org.tasuki.deadlines.Mark;
import org.tasuki.terms.CaseNumber;

/** What waits for no morning. */
class UrgentTest {

    private static final Instant NOW = Instant.parse("2026-11-18T01:00:00Z");

    private final DeadlineRules rules = new DeadlineRules();
    private final Urgent urgent = new Urgent(rules, Set.of(Mark.H), Set.of("AA", "A"));

    @ParameterizedTest
    @CsvSource({
        "OVER, H, none, true",
        "ESCALATED, H, none, true",
        "WARNING, H, none, false", // there is time left
        "OVER, O, none, false", // the office's own limit
        "OVER, M, B, false",
        "WARNING, O, AA, true", // of such a case, anything
        "WARNING, O, A, true"
    })
    void aLimitOfTheLawThatPassedAndAnythingOfAnUrgentCase(Kind kind, Mark mark, String level, boolean is) {
        assertThat(urgent.is(climbed(kind, mark), level)).isEqualTo(is);
    }

    private LadderClimbed climbed(Kind kind, Mark mark) {
        String rule = rules.all().stream()
                .filter(one -> one.mark() == mark)
                .map(DeadlineRule::id)
                .findFirst()
                .orElseThrow();
        LadderStep step = new LadderStep(kind, null, NOW);
        return new LadderClimbed(
                1, 1, 0, new CaseNumber("ST-2026-00001"), "story", "w", "p", "s", rule, step, NOW, NOW);
    }
}
