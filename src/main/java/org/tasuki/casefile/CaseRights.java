package org.tasuki.casefile;

import org.springframework.stereotype.Component;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Right;
import org.tasuki.people.Rights;

/** Who may what with one case of their center. Whose officer somebody is, they answer for. */
@Component
public class CaseRights {

    private final Rights rights;
    private final Acting acting;

    CaseRights(Rights rights, Acting acting) {
        this.rights = rights;
        this.acting = acting;
    }

    public boolean allows(Right right, CaseFile file) {
        Actor me = acting.current();
        return worksAt(me, file) && rights.has(me, right, me.account().equals(file.officer()));
    }

    /** Whoever works on the center's cases; never an agency, nor another center. */
    private static boolean worksAt(Actor me, CaseFile file) {
        return me.worksOnCases() && me.agency() == null && file.center().equals(me.center());
    }

    boolean worksAt(CaseFile file) {
        return worksAt(acting.current(), file);
    }
}
