/**
 * Who must hear of what: a deadline that comes near, is over, or went to a supervisor, told once to the people whom it concerns.
 */
@ApplicationModule(
        displayName = "Notices",
        allowedDependencies = {
            "terms",
            "people",
            "audit",
            "deadlines",
            "engine",
            "casefile",
            "casefile :: web",
            "inbox",
            "outbox",
            "oncall",
            "enrolment",
            "web"
        })
@NullMarked
package org.tasuki.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
