package org.tasuki.casefile;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Right;

/**
 * Who may take a case out of the flow: those whom the office's table names, which as shipped are its officer, the supervisors and the director.
 * Until its first step is done nobody answers for it yet, so that reception and whoever took the call may take it back.
 */
@Component
public class EndingRight {

    private final CaseRights rights;
    private final Timeline timeline;
    private final Acting acting;

    EndingRight(CaseRights rights, Timeline timeline, Acting acting) {
        this.rights = rights;
        this.timeline = timeline;
        this.acting = acting;
    }

    public boolean allows(CaseFile file) {
        return rights.allows(Right.END_CASE, file) || rights.worksAt(file) && mayTakeBack(file);
    }

    private boolean mayTakeBack(CaseFile file) {
        List<Timeline.Event> events = timeline.of(file.number());
        return events.stream().noneMatch(event -> event.kind() == Timeline.Kind.DONE)
                && (rights.allows(Right.TAKE_BACK, file) || opened(acting.current(), events));
    }

    private static boolean opened(Actor me, List<Timeline.Event> events) {
        return events.stream()
                .anyMatch(event ->
                        event.kind() == Timeline.Kind.OPENED && event.actor().equals(me.account()));
    }
}
