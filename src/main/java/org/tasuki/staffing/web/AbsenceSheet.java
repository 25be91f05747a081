package org.tasuki.staffing.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.tasuki.casefile.Refusal;
import org.tasuki.staffing.Absence;
import org.tasuki.staffing.Absences;
import org.tasuki.terms.Japan;
import org.tasuki.terms.Typing;

/** An absence as it was typed: days, with times where it is part of a day only. */
final class AbsenceSheet {

    static final int SUBSTITUTES = 3;

    /** Longer than every account's name. */
    private static final int LONGEST = 60;

    /** Nobody plans further ahead; a year of four digits that was mistyped is not kept. */
    private static final int YEARS_MOST = 5;

    private final MultiValueMap<String, String> typed;
    private final Map<String, String> problems = new LinkedHashMap<>();

    AbsenceSheet(MultiValueMap<String, String> typed) {
        this.typed = typed;
    }

    static AbsenceSheet empty(String account) {
        return new AbsenceSheet(MultiValueMap.fromSingleValue(Map.of("person", account, "kind", "leave")));
    }

    public String text(String field) {
        String text = Typing.narrow(Objects.requireNonNullElse(typed.getFirst(field), ""));
        return Typing.visible(text.substring(0, Math.min(LONGEST, text.length())));
    }

    public @Nullable String problem(String field) {
        return problems.get(field);
    }

    public int problems() {
        return problems.size();
    }

    void refused(Refusal refusal) {
        problems.putIfAbsent(refusal.field(), refusal.messageKey());
    }

    /** What was typed, or null with a problem at each field that is wrong. */
    Absences.@Nullable Entry read(Instant now) {
        Absence.Kind kind = Absence.Kind.find(text("kind")).orElse(null);
        if (kind == null) {
            problems.put("kind", "staffing.absence.kind.missing");
        }
        Instant from = moment("from", LocalTime.MIN, now);
        Instant until = moment("until", null, now);
        if (kind == null || from == null || until == null) {
            return null;
        }
        return new Absences.Entry(text("person"), kind, from, until, substitutes());
    }

    private List<String> substitutes() {
        return Stream.iterate(1, place -> place <= SUBSTITUTES, place -> place + 1)
                .map(place -> text("substitute" + place))
                .filter(account -> !account.isEmpty())
                .distinct()
                .toList();
    }

    /** @param whole when no time is typed: the beginning of the day, or null for its end */
    private @Nullable Instant moment(String field, @Nullable LocalTime whole, Instant now) {
        try {
            LocalDate day = LocalDate.parse(text(field));
            String time = text(field + "Time");
            if (Math.abs(day.getYear() - now.atZone(Japan.ZONE).getYear()) > YEARS_MOST) {
                problems.put(field, "staffing.absence.day.far");
                return null;
            }
            if (!time.isEmpty()) {
                return day.atTime(LocalTime.parse(time)).atZone(Japan.ZONE).toInstant();
            }
            return whole == null
                    ? day.plusDays(1).atStartOfDay(Japan.ZONE).toInstant()
                    : day.atTime(whole).atZone(Japan.ZONE).toInstant();
        } catch (DateTimeException mistyped) {
            problems.put(field, "staffing.absence.day.missing");
            return null;
        }
    }
}
