/** Who is called while the office is closed (当番), and the hours of which nobody has taken care. */
@ApplicationModule(
        displayName = "On call",
        allowedDependencies = {"terms", "people", "audit", "deadlines", "web"})
@NullMarked
package org.tasuki.oncall;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
