/**
 * The engine room: the only imports of Flowable. Lints and deploys process files, starts and moves cases through them, and
 * tells the rooms above what was born, ended or ran out of time.
 */
@ApplicationModule(
        displayName = "Engine room",
        allowedDependencies = {"terms", "people", "audit", "deadlines", "forms"})
@NullMarked
package org.tasuki.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
