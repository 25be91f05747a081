package org.tasuki.practice;

import java.time.Instant;

/**
 * A state of a class that it can go back to (チェックポイント).
 *
 * @param takenAt on the wall
 * @param classTime on the class's clock
 */
public record Checkpoint(long id, String name, Instant takenAt, Instant classTime) {}
