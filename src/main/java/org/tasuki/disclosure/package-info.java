/** Requests to see one's own records (開示請求): what is given, what is kept back and why, decided by a second person. */
@ApplicationModule(
        displayName = "Disclosure",
        allowedDependencies = {
            "terms",
            "people",
            "audit",
            "secrecy",
            "deadlines",
            "forms",
            "casefile",
            "casefile :: web",
            "inbox",
            "engine",
            "paper",
            "web"
        })
@NullMarked
package org.tasuki.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
