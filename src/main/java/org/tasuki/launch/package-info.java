/** The shell around the rooms: the subcommands, the start and its report, the database that the demo office carries along. */
@ApplicationModule(
        displayName = "Launch",
        allowedDependencies = {
            "terms",
            "people",
            "audit",
            "secrecy",
            "deadlines",
            "forms",
            "engine",
            "casefile",
            "inbox"
        })
@NullMarked
package org.tasuki.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
