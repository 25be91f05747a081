/** What the engine could not do, told in plain words and tried again; and a case that stands at the wrong step, moved to another (障害対応). */
@ApplicationModule(
        displayName = "Operations",
        allowedDependencies = {
            "terms",
            "people",
            "audit",
            "deadlines",
            "engine",
            "casefile",
            "casefile :: web",
            "staffing",
            "inbox",
            "outbox",
            "web"
        })
@NullMarked
package org.tasuki.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
