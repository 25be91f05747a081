/**
 * Accounts, roles, centers and agencies, who is acting, and who may see what; sign-in. Uses the common terms, and seals what
 * a second factor shares with us.
 */
@ApplicationModule(
        displayName = "People",
        allowedDependencies = {"terms", "web", "secrecy"})
@NullMarked
package org.tasuki.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
