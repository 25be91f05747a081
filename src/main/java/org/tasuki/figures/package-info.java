/**
 * The center's figures (統計): what was counted, from when to when, by which calendar, in one definition each; the table of the national
 * report; and what is taken out of both. Counts rows that other rooms wrote, and changes none of them.
 */
@ApplicationModule(
        displayName = "Figures",
        allowedDependencies = {
            "terms",
            "people",
            "audit",
            "engine",
            "forms",
            "casefile",
            "casefile :: web",
            "paper",
            "web"
        })
@NullMarked
package org.tasuki.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
