/** Who carries how many cases (担当件数), against what is planned, and what would come of more officers or fewer. Writes nothing. */
@ApplicationModule(
        displayName = "Workload",
        allowedDependencies = {"terms", "people", "audit", "casefile", "casefile :: web", "staffing", "web"})
@NullMarked
package org.tasuki.workload;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
