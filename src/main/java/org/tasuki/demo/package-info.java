/**
 * The demo office: an imagined center, its people and the agencies around it, and the cases of a year, told by running the
 * processes on each case's own clock.
 */
@ApplicationModule(
        displayName = "Demo office",
        allowedDependencies = {
            "terms",
            "people",
            "audit",
            "deadlines",
            "forms",
            "engine",
            "casefile",
            "intake",
            "referral",
            "disclosure",
            "inbox",
            "web"
        })
@NullMarked
package org.tasuki.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
