/** Accounts, roles, centers and agencies, who is acting, and who may see what; sign-in. Uses only the common terms. */
@ApplicationModule(
        displayName = "People",
        allowedDependencies = {"terms", "web"})
@NullMarked
package org.tasuki.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
