/** The engine room: deploys, checks and runs the process files; the only room that knows Flowable. */
@ApplicationModule(
        displayName = "Engine room",
        allowedDependencies = {"terms", "people", "audit", "deadlines", "forms"})
@NullMarked
package org.tasuki.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
