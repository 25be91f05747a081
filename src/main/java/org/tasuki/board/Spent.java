package org.tasuki.board;

import java.time.Duration;

/**
 * How long a step took from the moment its task came up to its answer, on the case's clock.
 *
 * @param done how many were answered
 * @param median half of them took no longer
 * @param p90 nine of ten took no longer
 */
public record Spent(int done, Duration median, Duration p90) {}
