package org.tasuki.people;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: an account with its roles, at a center or an agency. The database decides by this as well, so it is set on
 * every transaction.
 */
public record Actor(
        String account, Set<Role> roles, @Nullable String center, @Nullable String agency, boolean worksOnCases) {

    static final String AGENCY_DESK = "agency:";

    /** Nobody signed in: sees no case. */
    public static final Actor NOBODY = new Actor("nobody", Set.of(), null, null, false);

    /** The system itself, for what belongs to no center. */
    public static final Actor SYSTEM = new Actor("system", Set.of(), null, null, false);

    /** A person. Administrators, auditors, trainers and analysts belong to a center, but not to its cases. */
    public static Actor person(String account, Set<Role> roles, @Nullable String center, @Nullable String agency) {
        return new Actor(account, roles, center, agency, roles.stream().anyMatch(Role::ofCenter));
    }

    /** The system itself, for a timer or a projection of one center. */
    public static Actor system(String center) {
        return new Actor("system", Set.of(), center, null, true);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** The same person, acting upon a case of this center: an agency's answer moves the center's case on. */
    public Actor at(String otherCenter) {
        return new Actor(account, roles, otherCenter, agency, true);
    }

    /** The center whose cases the database may show, if any. */
    @Nullable
    String caseCenter() {
        return worksOnCases ? center : null;
    }

    /** The inboxes this person works from: a role's at the center, or the agency's. */
    public Set<String> desks() {
        Stream<String> own = roles.stream().filter(Role::ofCenter).map(Role::key);
        Stream<String> agencys = agency == null ? Stream.empty() : Stream.of(deskOf(agency));
        return Stream.concat(own, agencys).collect(Collectors.toUnmodifiableSet());
    }

    /** The desk of an agency, told apart from a role's. */
    public static String deskOf(String agency) {
        return AGENCY_DESK + agency;
    }
}
