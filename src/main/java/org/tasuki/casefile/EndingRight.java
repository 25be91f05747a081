package org.tasuki.casefile;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;

/**
 * Who may take a case out of the flow: those who answer for it, which are its officer, the supervisors and the director.
 * Until its first step is done nobody answers for it yet, so that reception and whoever took the call may take it back.
 */
@Component
public class EndingRight {

    private final Timeline timeline;
    private final Acting acting;

    EndingRight(Timeline timeline, Acting acting) {
        this.timeline = timeline;
        this.acting = acting;
    }

    public boolean allows(CaseFile file) {
        Actor me = acting.current();
        return me.worksOnCases()
                && file.center().equals(me.center())
                && (Answering.answers(me, file) || tookIn(me, timeline.of(file.number())));
    }

    private static boolean tookIn(Actor me, List<Timeline.Event> events) {
        return events.stream().noneMatch(event -> event.kind() == Timeline.Kind.DONE)
                && (me.has(Role.RECEPTION)
                        || events.stream()
                                .anyMatch(event -> event.kind() == Timeline.Kind.OPENED
                                        && event.actor().equals(me.account())));
    }
}
