/** Consultations and notifications (相談・通告) by every channel: taking them in, and finding the case they may belong to. */
@ApplicationModule(
        displayName = "Intake",
        allowedDependencies = {"terms", "people", "audit", "deadlines", "forms", "engine", "casefile", "web"})
@NullMarked
package org.tasuki.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
