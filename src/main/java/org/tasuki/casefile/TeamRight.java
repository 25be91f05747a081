package org.tasuki.casefile;

import org.springframework.stereotype.Component;
import org.tasuki.people.Acting;
import org.tasuki.people.Right;

/**
 * Who decides who sees a case. Its team: those who answer for it. From whom it is kept: supervisors and the director, and
 * each person for themselves. Whether only a list may see it: supervisors and the director; to open it again, the director.
 */
@Component
public class TeamRight {

    private final CaseRights rights;
    private final Acting acting;

    TeamRight(CaseRights rights, Acting acting) {
        this.rights = rights;
        this.acting = acting;
    }

    public boolean toChangeTeam(CaseFile file) {
        return rights.allows(Right.CHANGE_TEAM, file);
    }

    public boolean toExclude(CaseFile file, String account) {
        return rights.allows(Right.EXCLUDE, file) || rights.worksAt(file) && isMe(account);
    }

    /** Nobody lets themselves in again. */
    public boolean toLiftExclusion(CaseFile file, String account) {
        return rights.allows(Right.EXCLUDE, file) && !isMe(account);
    }

    public boolean toRestrict(CaseFile file) {
        return rights.allows(Right.RESTRICT, file);
    }

    public boolean toLiftRestriction(CaseFile file) {
        return rights.allows(Right.LIFT_RESTRICTION, file);
    }

    private boolean isMe(String account) {
        return acting.current().account().equals(account);
    }
}
