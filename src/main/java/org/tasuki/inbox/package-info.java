/** Role and personal task lists, and the task itself: claim, release, complete. A projection of the engine's tasks. */
@ApplicationModule(
        displayName = "Inbox",
        allowedDependencies = {
            "terms",
            "people",
            "audit",
            "deadlines",
            "forms",
            "engine",
            "casefile",
            "casefile :: web",
            "intake",
            "referral",
            "staffing",
            "web"
        })
@NullMarked
package org.tasuki.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
