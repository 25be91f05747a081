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

    /** @param way the key of the way that they are held against; anything else for their script, or the one that they are most like */
    public Comparison of(PracticeClass held, String way) {
        return of(groups(held), way);
    }

    public List<Group> groups(PracticeClass held) {
        Instant now = clock.now(held);
        return acting.as(held.house(), () -> groups.of(held.center(), now));
    }

    /** Whether it is the key of a way. */
    public boolean knows(String way) {
        return ways.all().stream().anyMatch(one -> one.key().equals(way));
    }

    /** Some of the groups, as if there were no other. */
    public Comparison of(List<Group> some, String way) {
        return Comparison.of(ways.chosen(way, some), some);
    }

    /** One group by itself. */
    public Comparison of(Group group, String way) {
        return of(List.of(group), way);
    }
}
