package org.tasuki.notices.web;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tasuki.notices.NoticePreference;
import org.tasuki.terms.Typing;

/** The settings as they were typed, and what is wrong with them, by field. */
public record PreferenceEntry(
        String mail, String hour, List<String> days, String from, String until, Map<String, String> problems) {

    static PreferenceEntry of(NoticePreference known) {
        return new PreferenceEntry(
                known.mail().key(),
                String.valueOf(known.digestHour()),
                known.digestDays().stream()
                        .map(day -> String.valueOf(day.getValue()))
                        .toList(),
                known.quietFrom().toString(),
                known.quietUntil().toString(),
                Map.of());
    }

    static PreferenceEntry typed(String mail, String hour, List<String> days, String from, String until) {
        PreferenceEntry entry = new PreferenceEntry(
                Typing.tidy(mail),
                Typing.narrow(hour),
                days,
                Typing.visible(Typing.narrow(from)),
                Typing.visible(Typing.narrow(until)),
                new LinkedHashMap<>());
        entry.check();
        return entry;
    }

    private void check() {
        if (NoticePreference.Way.of(mail).isEmpty()) {
            problems.put("mail", "notices.settings.problem.mail");
        }
        if (!hour.matches("\\d{1,2}") || Integer.parseInt(hour) < 5 || Integer.parseInt(hour) > 20) {
            problems.put("hour", "notices.settings.problem.hour");
        }
        if (days.isEmpty() || !days.stream().allMatch(day -> day.matches("[1-7]"))) {
            problems.put("days", "notices.settings.problem.days");
        }
        if (time(from) == null) {
            problems.put("from", "notices.settings.problem.time");
        }
        if (time(until) == null) {
            problems.put("until", "notices.settings.problem.time");
        }
    }

    boolean isGood() {
        return problems.isEmpty();
    }

    /** Once it is good. */
    NoticePreference chosen() {
        LocalTime begins = time(from);
        LocalTime ends = time(until);
        NoticePreference usual = NoticePreference.usual();
        return new NoticePreference(
                NoticePreference.Way.of(mail).orElseThrow(),
                Integer.parseInt(hour),
                daysOfWeek(),
                begins == null ? usual.quietFrom() : begins,
                ends == null ? usual.quietUntil() : ends);
    }

    private Set<DayOfWeek> daysOfWeek() {
        return days.stream()
                .map(day -> DayOfWeek.of(Integer.parseInt(day)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
    }

    private static @Nullable LocalTime time(String typed) {
        try {
            return LocalTime.parse(typed).withSecond(0).withNano(0);
        } catch (DateTimeParseException wrong) {
            return null;
        }
    }
}
