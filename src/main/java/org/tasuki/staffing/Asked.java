package org.tasuki.staffing;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a task asks of whoever does it: the step's skills, and what the child or the family needs. */
public record Asked(Set<String> skills, @Nullable String language, @Nullable String sex) {}
