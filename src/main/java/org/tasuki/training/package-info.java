/** Training (研修): a process told a step at a time from the very files that run, by itself and along named ways; and on paper. */
@ApplicationModule(
        displayName = "Training",
        allowedDependencies = {
            "terms",
            "people",
            "audit",
            "deadlines",
            "forms",
            "engine",
            "casefile :: web",
            "paper",
            "versions",
            "versions :: web",
            "web"
        })
@NullMarked
package org.tasuki.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
