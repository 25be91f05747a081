package org.tasuki.people;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Realm;

/**
 * Who acts: an account with its roles, at a center or an agency. The database decides by this as well, so it is set on
 * every transaction.
 *
 * @param widened how far they reach for this step, whatever the office's table says of their roles; null for a person's own
 */
public record Actor(
        String account, Set<Role> roles, @Nullable String center, @Nullable String agency, @Nullable Scope widened) {

    static final String AGENCY_DESK = "agency:";

    /** Nobody signed in: sees no case. */
    public static final Actor NOBODY = new Actor("nobody", Set.of(), null, null, null);

    /** The system itself, for what belongs to no center. */
    public static final Actor SYSTEM = new Actor("system", Set.of(), null, null, null);

    /** A person. Administrators, auditors, trainers and analysts belong to a center, but not to its cases. */
    public static Actor person(String account, Set<Role> roles, @Nullable String center, @Nullable String agency) {
        return new Actor(account, roles, center, agency, null);
    }

    /** The system itself, for a timer or a projection of one center. */
    public static Actor system(String center) {
        return new Actor("system", Set.of(), center, null, Scope.FLOW);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** The same person, moving on a case of this center that they were let in to: an agency's answer does so too. */
    public Actor at(String otherCenter) {
        return new Actor(account, roles, otherCenter, agency, Scope.FLOW);
    }

    /** Nobody yet, at the door of the office where this person belongs: may leave an entry in its trail, and nothing else. */
    public Actor stranger() {
        return new Actor(NOBODY.account, Set.of(), center, agency, Scope.NONE);
    }

    /** The same person, looking over the whole center: who takes a call must hear that the child is known. */
    public Actor overCenter() {
        return worksOnCases() ? new Actor(account, roles, center, agency, Scope.CENTER) : this;
    }

    /** Sits in a class (研修クラス): nothing that they reach is real. */
    public boolean inPractice() {
        return Realm.isPractice(center) || Realm.isPractice(agency);
    }

    public boolean worksOnCases() {
        return widened != null || roles.stream().anyMatch(Role::ofCenter);
    }

    /** The center whose cases the database may show, if any. */
    @Nullable
    String caseCenter() {
        return worksOnCases() ? center : null;
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
