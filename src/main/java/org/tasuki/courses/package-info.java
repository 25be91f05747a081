/** Courses (研修コース): tracks of texts, walkthroughs, questions and practice for each audience, and the files they come from. */
@ApplicationModule(
        displayName = "Courses",
        allowedDependencies = {"terms", "people", "audit", "engine", "training", "web"})
@NullMarked
package org.tasuki.courses;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
