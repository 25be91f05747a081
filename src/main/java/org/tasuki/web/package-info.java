/** What every page shares: layout, errors, language, dates. Other rooms' {@code web} folders use it; it uses only the terms. */
@ApplicationModule(displayName = "Web", allowedDependencies = "terms")
@NullMarked
package org.tasuki.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
