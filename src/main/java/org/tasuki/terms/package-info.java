/** The words that every room uses: case number, text in two languages, fiscal year, the offices' time zone; and work done over and over. Uses nothing. */
@ApplicationModule(
        displayName = "Terms",
        allowedDependencies = {})
@NullMarked
package org.tasuki.terms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
