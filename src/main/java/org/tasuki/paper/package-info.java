/** What leaves the office on paper: A4, as PDF, from a template, with its font within. */
@ApplicationModule(
        displayName = "Paper",
        allowedDependencies = {"terms"})
@NullMarked
package org.tasuki.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
