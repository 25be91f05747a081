/** The trail: an entry for each act, written in the act's own transaction and never changed. */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"terms", "people", "web"})
@NullMarked
package org.tasuki.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
