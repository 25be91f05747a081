package org.tasuki.engine.paths;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.engine.Rehearsals;
import org.tasuki.engine.ShippedProcesses;
import org.tasuki.training.Scenarios;

/** What the training tells of a case happens on the real engine: the same steps, limits met and missed as they are told. */
@StoryTest
class ScenarioTests {

    private static final Rehearsals SHIPPED = Rehearsals.of(ShippedProcesses.all());

    @Autowired
    private Stories stories;

    @Autowired
    private Scenarios scenarios;

    @ParameterizedTest
    @CsvSource({
        "child-not-seen, 2026-06-01T09:00, followUp",
        "colleagues-family, 2026-06-01T09:00, followUp",
        "false-alarm, 2026-06-01T09:00, ",
        "images-on-sns, 2026-06-01T09:00, followUp",
        "moved-family, 2026-06-01T09:00, ",
        "night-handover, 2026-06-01T23:00, followUp",
        "one-stays-silent, 2026-06-01T09:00, followUp",
        "refused-warrant, 2026-06-01T09:00, followUp",
        "school-neglect, 2026-06-01T09:00, ",
    })
    void itHappensOnTheEngineAsItIsTold(String scenario, String beginning, String open) {
        Story story = new ScenarioPlay(SHIPPED, stories.begin(beginning))
                .play(scenarios.of(scenario).orElseThrow());
        if (open == null) {
            story.isAt().isGone();
        } else {
            story.isAt(open);
        }
    }
}
