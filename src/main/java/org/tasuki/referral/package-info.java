/** Hand-overs to police, prosecutors and support services: a closed loop, in which silence is an answer with a deadline. */
@ApplicationModule(
        displayName = "Referral",
        allowedDependencies = {"terms", "people", "audit", "deadlines", "forms", "engine", "casefile", "web"})
@NullMarked
package org.tasuki.referral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
