package org.tasuki.debrief;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tasuki.terms.CaseNumber;

/**
 * A group of a class (班): the people of one practice case, and what they did, in order.
 *
 * @param place among the groups of the class, from 1, as their cases were opened
 * @param begun on the class's clock
 */
public record Group(int place, CaseNumber number, Instant begun, List<Doing> doings) {

    public Map<Spot, Doing> spots() {
        return Spot.along(doings, Doing::at);
    }

    public long done() {
        return doings.stream().filter(Doing::done).count();
    }

    public long limits(TimeLimit... which) {
        return doings.stream()
                .filter(doing -> Arrays.asList(which).contains(doing.limit()))
                .count();
    }

    /** From its beginning to the last that was done. */
    public Duration length() {
        return doings.stream()
                .flatMap(doing -> Stream.ofNullable(doing.until()))
                .max(Instant::compareTo)
                .map(last -> Duration.between(begun, last))
                .orElse(Duration.ZERO);
    }
}
