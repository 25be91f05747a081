package org.tasuki.oncall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** A time from a moment to another, which does not belong to it. */
public record Stretch(Instant from, Instant until) {

    public boolean contains(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }

    public boolean meets(Stretch other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }

    /** What is left of this when the others are taken out. */
    List<Stretch> without(Collection<Stretch> others) {
        List<Stretch> left = new ArrayList<>();
        Instant open = from;
        for (Stretch other : others.stream()
                .filter(this::meets)
                .sorted(Comparator.comparing(Stretch::from))
                .toList()) {
            if (open.isBefore(other.from)) {
                left.add(new Stretch(open, other.from));
            }
            open = other.until.isAfter(open) ? other.until : open;
        }
        if (open.isBefore(until)) {
            left.add(new Stretch(open, until));
        }
        return left;
    }
}
