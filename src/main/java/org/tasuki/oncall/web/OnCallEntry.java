package org.tasuki.oncall.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tasuki.oncall.Stretch;
import org.tasuki.terms.Japan;
import org.tasuki.terms.Typing;

/** A line of the list as it was typed, and what is wrong with it, by field. */
public record OnCallEntry(String account, String place, String from, String until, Map<String, String> problems) {

    /** Longer than any turn: a year typed wrong. */
    private static final Duration LONGEST = Duration.ofDays(14);

    static OnCallEntry empty() {
        return new OnCallEntry("", "1", "", "", new LinkedHashMap<>());
    }

    static OnCallEntry typed(String account, String place, String from, String until, Instant now) {
        OnCallEntry entry = new OnCallEntry(
                Typing.visible(Typing.tidy(account)),
                Typing.tidy(place),
                Typing.visible(Typing.tidy(from)),
                Typing.visible(Typing.tidy(until)),
                new LinkedHashMap<>());
        entry.check(now);
        return entry;
    }

    private void check(Instant now) {
        if (!place.equals("1") && !place.equals("2")) {
            add("place", "oncall.problem.place");
        }
        Instant begins = moment(from);
        Instant ends = moment(until);
        if (begins == null) {
            add("from", "oncall.problem.time");
        }
        if (ends == null) {
            add("until", "oncall.problem.time");
        } else if (begins != null && !begins.isBefore(ends)) {
            add("until", "oncall.problem.order");
        } else if (!ends.isAfter(now)) {
            add("until", "oncall.problem.past");
        } else if (begins != null && Duration.between(begins, ends).compareTo(LONGEST) > 0) {
            add("until", "oncall.problem.long");
        }
    }

    void add(String field, String problem) {
        problems.putIfAbsent(field, problem);
    }

    boolean isGood() {
        return problems.isEmpty();
    }

    int number() {
        return Integer.parseInt(place);
    }

    /** Both ends are good. */
    @Nullable
    Stretch time() {
        Instant begins = moment(from);
        Instant ends = moment(until);
        return begins == null || ends == null || !begins.isBefore(ends) ? null : new Stretch(begins, ends);
    }

    private static @Nullable Instant moment(String typed) {
        try {
            LocalDateTime moment = LocalDateTime.parse(typed);
            return moment.getYear() < 2000 || moment.getYear() > 2098
                    ? null
                    : moment.atZone(Japan.ZONE).toInstant();
        } catch (DateTimeParseException wrong) {
            return null;
        }
    }
}
