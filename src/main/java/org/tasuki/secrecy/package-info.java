/**
 * What must not be read in a stolen database: seals words under keys that are themselves sealed under one key outside it.
 */
@ApplicationModule(
        displayName = "Secrecy",
        allowedDependencies = {"terms"})
@NullMarked
package org.tasuki.secrecy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
