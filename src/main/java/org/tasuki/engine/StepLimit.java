package org.tasuki.engine;

import java.util.List;
import org.tasuki.terms.Text;

/**
 * The time limit of a task as the diagram shows it.
 *
 * @param timer the id of the timer at the task's edge
 * @param rule the deadline rule that says when
 * @param label the limit in short, as in 48時間
 * @param ends whether the task is taken away when the limit passes
 * @param then what follows when it passes
 */
public record StepLimit(String timer, String rule, Text label, boolean ends, List<NextStep> then) {}
