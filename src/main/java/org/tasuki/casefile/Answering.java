package org.tasuki.casefile;

import org.tasuki.people.Actor;
import org.tasuki.people.Role;

/** Who answers for a case: its officer, and the center's supervisors and director. Every further right begins here. */
final class Answering {

    private Answering() {}

    static boolean answers(Actor me, CaseFile file) {
        return worksAt(me, file) && (heads(me) || me.account().equals(file.officer()));
    }

    /** Looks over the officers' shoulders. */
    static boolean heads(Actor me) {
        return me.has(Role.SUPERVISOR) || me.has(Role.DIRECTOR);
    }

    static boolean worksAt(Actor me, CaseFile file) {
        return me.worksOnCases() && me.agency() == null && file.center().equals(me.center());
    }
}
