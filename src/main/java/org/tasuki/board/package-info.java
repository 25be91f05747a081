/** Where a center's cases are, what is late, and what breaks next: the supervisor's one look. */
@ApplicationModule(
        displayName = "Board",
        allowedDependencies = {
            "terms",
            "people",
            "audit",
            "deadlines",
            "engine",
            "casefile",
            "casefile :: web",
            "inbox",
            "paper",
            "retention",
            "web"
        })
@NullMarked
package org.tasuki.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
