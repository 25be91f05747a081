package org.tasuki.notices;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tasuki.deadlines.DeadlineRules;
import org.tasuki.deadlines.LadderClimbed;
import org.tasuki.deadlines.LadderStep;
import org.tasuki.deadlines.Mark;
import org.tasuki.terms.Japan;

/** What waits for no morning; the settings {@code tasuki.notices.urgent} say it, and why. */
@Component
class Urgent {

    private final DeadlineRules rules;
    private final Set<Mark> marks;
    private final Set<String> levels;

    Urgent(
            DeadlineRules rules,
            @Value("${tasuki.notices.urgent.marks}") Set<Mark> marks,
            @Value("${tasuki.notices.urgent.levels}") Set<String> levels) {
        this.rules = rules;
        this.marks = marks;
        this.levels = levels;
    }

    /** @param level of the case's urgency sheet */
    boolean is(LadderClimbed climbed, String level) {
        return levels.contains(level) || isOver(climbed) && marks.contains(mark(climbed));
    }

    private static boolean isOver(LadderClimbed climbed) {
        return climbed.what().kind() != LadderStep.Kind.WARNING;
    }

    private Mark mark(LadderClimbed climbed) {
        return rules.rule(climbed.rule(), LocalDate.ofInstant(climbed.at(), Japan.ZONE))
                .mark();
    }
}
