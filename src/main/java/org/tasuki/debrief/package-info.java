/** Debrief (振り返り): what the groups of a class did and when, held against the way that it was to go. It only reads. */
@ApplicationModule(
        displayName = "Debrief",
        allowedDependencies = {
            "terms",
            "people",
            "audit",
            "forms",
            "engine",
            "casefile",
            "casefile :: web",
            "practice",
            "practice :: web",
            "training",
            "paper",
            "web"
        })
@NullMarked
package org.tasuki.debrief;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
