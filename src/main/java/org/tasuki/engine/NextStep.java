package org.tasuki.engine;

import org.tasuki.terms.Text;

/**
 * What can come after a step.
 *
 * @param when the choices on the way there; empty where nothing is chosen
 * @param step the id of the step
 * @param name its name
 */
public record NextStep(Text when, String step, Text name) {}
