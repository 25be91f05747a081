/**
 * What people decide about time limits: when an office works, which version of a rule counts, and that a limit stands still or is
 * let go. What follows from it moves case by case, in the background.
 */
@ApplicationModule(
        displayName = "Limits",
        allowedDependencies = {"terms", "people", "audit", "deadlines", "engine", "casefile", "casefile :: web", "web"})
@NullMarked
package org.tasuki.limits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
