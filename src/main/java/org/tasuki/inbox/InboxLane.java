package org.tasuki.inbox;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tasuki.people.Actor;

/** The one list that an inbox row stands in, as the trigger of {@code V44__inbox_lanes.sql} names it. */
public final class InboxLane {

    private InboxLane() {}

    /** Of a person: what they have taken. */
    static String of(Actor me) {
        return of(me.account());
    }

    static String of(String account) {
        return "@" + account;
    }

    /** Of a center: what it waits for agencies to do. Not a lane of the table, where the row is on the agency's list. */
    static String awayFrom(String center) {
        return "!" + center;
    }

    /** Of a center: everything that is open there. Not a lane of the table either. */
    public static String allOf(String center) {
        return "=" + center;
    }

    /** Every list that this person looks at. */
    public static Set<String> allOf(Actor me) {
        Set<String> lists = new HashSet<>(List.of(desksOf(me)));
        lists.add(of(me));
        if (me.worksOnCases() && me.center() != null) {
            lists.add(awayFrom(me.center()));
        }
        return lists;
    }

    /** Of the desks at which a person works: what waits there unclaimed. */
    static String[] desksOf(Actor me) {
        return lanes(me, me.desks());
    }

    /** Of one of these desks; none of another. */
    static String[] deskOf(Actor me, @Nullable String desk) {
        return desk == null ? desksOf(me) : lanes(me, me.desks().contains(desk) ? Set.of(desk) : Set.of());
    }

    private static String[] lanes(Actor me, Set<String> desks) {
        return desks.stream()
                .sorted()
                .map(desk -> desk.equals(agencysDesk(me)) ? desk : me.center() + "/" + desk)
                .toArray(String[]::new);
    }

    private static @Nullable String agencysDesk(Actor me) {
        return me.agency() == null ? null : Actor.deskOf(me.agency());
    }
}
