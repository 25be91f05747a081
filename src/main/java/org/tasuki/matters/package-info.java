/** What is begun from a case at any time, beside its flow (個別の用件): a reminder, a one-off task, a new hand-over. */
@ApplicationModule(
        displayName = "Matters",
        allowedDependencies = {
            "terms",
            "people",
            "audit",
            "deadlines",
            "forms",
            "engine",
            "casefile",
            "casefile :: web",
            "referral",
            "staffing",
            "inbox",
            "web"
        })
@NullMarked
package org.tasuki.matters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
