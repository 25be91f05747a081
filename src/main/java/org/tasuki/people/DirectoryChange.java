package org.tasuki.people;

import java.util.Set;

/** A change of who works here, told in its own transaction to whoever keeps a trail of it. */
public sealed interface DirectoryChange {

    record CenterAdded(String center) implements DirectoryChange {}

    record AgencyAdded(String agency, Role kind) implements DirectoryChange {}

    record SectionAdded(String section) implements DirectoryChange {}

    /** Its name, or who guides it. */
    record SectionChanged(String section) implements DirectoryChange {}

    record SectionRemoved(String section) implements DirectoryChange {}

    record AccountAdded(String account, Set<Role> roles) implements DirectoryChange {}

    /** @param what changed: name, roles, agency, section */
    record AccountChanged(String account, Set<String> what, Set<Role> roles) implements DirectoryChange {}

    /** Its password is gone, and its person has a code to choose another. */
    record PasswordCodeIssued(String account) implements DirectoryChange {}

    /** The account cannot sign in any more; what it did stays under its name. */
    record AccountClosed(String account) implements DirectoryChange {}

    record AccountReopened(String account) implements DirectoryChange {}

    /** The identity provider's person of that name is from now on whoever came first. */
    record AccountLinked(String account) implements DirectoryChange {}

    record AccountUnlinked(String account) implements DirectoryChange {}
}
