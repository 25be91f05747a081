package org.tasuki.notices;

import java.time.Instant;
import org.tasuki.deadlines.LadderStep;

/** What a mail may say of a notice: no case, no name, no task. */
public record Told(LadderStep.Kind kind, String process, String step, Instant dueAt) {}
