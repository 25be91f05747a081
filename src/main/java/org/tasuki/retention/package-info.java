/** How long records are kept after a case has ended, and how they end: two people decide, case by case, and a stub stays. */
@ApplicationModule(
        displayName = "Retention",
        allowedDependencies = {"terms", "people", "audit", "engine", "casefile", "casefile :: web", "inbox", "web"})
@NullMarked
package org.tasuki.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
