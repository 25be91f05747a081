package org.tasuki.deadlines;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A deadline, with the version of its rule that somebody asked running ones to move to; null when nobody did. */
record Asked(OpenDeadline deadline, @Nullable LocalDate version) {}
