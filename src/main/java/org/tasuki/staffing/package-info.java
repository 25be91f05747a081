/** Who works here and can do what, who is away, and who is given a task. */
@ApplicationModule(
        displayName = "Staffing",
        allowedDependencies = {
            "terms",
            "people",
            "audit",
            "deadlines",
            "engine",
            "casefile",
            "casefile :: web",
            "paper",
            "web"
        })
@NullMarked
package org.tasuki.staffing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
