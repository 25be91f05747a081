package org.tasuki.debrief;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.CaseNumber;

/**
 * A group of a class (班): the people of one practice case, and what they did, in order.
 *
 * @param place among the groups of the class, from 1, as their cases were opened
 * @param begun on the class's clock
 * @param scripted the key of the way that its trainer leads it along; null for none
 */
public record Group(int place, CaseNumber number, Instant begun, @Nullable String scripted, List<Doing> doings) {

    public Map<Spot, Doing> spots() {
        return Spot.along(doings, Doing::at);
    }

    /** Whether somebody did any of it. */
    public boolean isOf(String account) {
        return doings.stream().anyMatch(doing -> account.equals(doing.by()));
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
