/** How much one person or address may ask for in a while, and the trail of what the house refused before any room saw it. */
@ApplicationModule(
        displayName = "Guard",
        allowedDependencies = {"terms", "people", "audit", "web"})
@NullMarked
package org.tasuki.guard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
