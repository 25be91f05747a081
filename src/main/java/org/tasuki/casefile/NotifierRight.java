package org.tasuki.casefile;

import org.springframework.stereotype.Component;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Right;

/**
 * Who may see who notified (CAPA 7): those who answer for the case, which are its officer, the supervisors and the director,
 * and whoever took the call, who knows already. Nobody of another center, of an agency, or beside the cases.
 */
@Component
public class NotifierRight {

    private final CaseRights rights;
    private final Timeline timeline;
    private final Acting acting;

    NotifierRight(CaseRights rights, Timeline timeline, Acting acting) {
        this.rights = rights;
        this.timeline = timeline;
        this.acting = acting;
    }

    public boolean allows(CaseFile file, Answers.Given sheet) {
        return allows(file, sheet.by());
    }

    /** @param by who wrote the sheet, or put the document into the case */
    boolean allows(CaseFile file, String by) {
        Actor me = acting.current();
        return rights.worksAt(file)
                && (rights.allows(Right.SEE_NOTIFIER, file) || by.equals(me.account()) || opened(me, file));
    }

    /** The first key of a call opens its case, whoever writes the sheet to its end. */
    private boolean opened(Actor me, CaseFile file) {
        return timeline.of(file.number()).stream()
                .anyMatch(event ->
                        event.kind() == Timeline.Kind.OPENED && event.actor().equals(me.account()));
    }
}
