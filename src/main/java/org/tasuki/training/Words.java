package org.tasuki.training;

import org.jspecify.annotations.Nullable;

/** A text as it is written in a file of the training, before anybody has looked whether both languages are there. */
public record Words(@Nullable String ja, @Nullable String en) {}
