/**
 * Versions of processes: changed files are brought in, looked at and compared, begin on their day, and running cases are brought under
 * them in batches.
 */
@ApplicationModule(
        displayName = "Process versions",
        allowedDependencies = {"terms", "people", "audit", "deadlines", "engine", "forms", "web"})
@NullMarked
package org.tasuki.versions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
