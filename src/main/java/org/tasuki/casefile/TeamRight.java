package org.tasuki.casefile;

import org.springframework.stereotype.Component;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;

/**
 * Who decides who sees a case. Its team: those who answer for it. From whom it is kept: supervisors and the director, and
 * each person for themselves. Whether only a list may see it: supervisors and the director; to open it again, the director.
 */
@Component
public class TeamRight {

    private final Acting acting;

    TeamRight(Acting acting) {
        this.acting = acting;
    }

    public boolean toChangeTeam(CaseFile file) {
        return Answering.answers(acting.current(), file);
    }

    public boolean toExclude(CaseFile file, String account) {
        Actor me = acting.current();
        return Answering.worksAt(me, file)
                && (Answering.heads(me) || me.account().equals(account));
    }

    /** Nobody lets themselves in again. */
    public boolean toLiftExclusion(CaseFile file, String account) {
        Actor me = acting.current();
        return Answering.worksAt(me, file)
                && Answering.heads(me)
                && !me.account().equals(account);
    }

    public boolean toRestrict(CaseFile file) {
        Actor me = acting.current();
        return Answering.worksAt(me, file) && Answering.heads(me);
    }

    public boolean toLiftRestriction(CaseFile file) {
        Actor me = acting.current();
        return Answering.worksAt(me, file) && me.has(Role.DIRECTOR);
    }
}
