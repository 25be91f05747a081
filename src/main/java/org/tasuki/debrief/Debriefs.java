package org.tasuki.debrief;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tasuki.people.Acting;
import org.tasuki.practice.ClassClock;
import org.tasuki.practice.PracticeClass;

/** A class looked back at, as the class itself sees it: nothing of another center is there to be seen. */
@Component
public class Debriefs {

    private final Groups groups;
    private final DebriefWay ways;
    private final ClassClock clock;
    private final Acting acting;

    Debriefs(Groups groups, DebriefWay ways, ClassClock clock, Acting acting) {
        this.groups = groups;
        this.ways = ways;
        this.clock = clock;
        this.acting = acting;
    }

    /** @param way the key of the way that they are held against; anything else for the one that they are most like */
    public Comparison of(PracticeClass held, String way) {
        List<Group> all = groups(held);
        return Comparison.of(ways.chosen(way, all), all);
    }

    public List<Group> groups(PracticeClass held) {
        Instant now = clock.now(held);
        return acting.as(held.house(), () -> groups.of(held.center(), now));
    }

    /** One group by itself. */
    public Comparison of(Group group, String way) {
        return Comparison.of(ways.chosen(way, List.of(group)), List.of(group));
    }
}
