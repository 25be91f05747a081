/**
 * Time limits: the rules and the law behind each, business calendars, the clock of a case, and the state of each deadline.
 * The arithmetic is pure; nothing here knows the engine.
 */
@ApplicationModule(
        displayName = "Deadlines",
        allowedDependencies = {"terms"})
@NullMarked
package org.tasuki.deadlines;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
