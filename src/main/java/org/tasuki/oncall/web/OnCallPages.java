package org.tasuki.oncall.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tasuki.oncall.OnCall;
import org.tasuki.oncall.Stretch;
import org.tasuki.oncall.Watch;
import org.tasuki.people.Acting;
import org.tasuki.people.People;
import org.tasuki.people.Right;
import org.tasuki.people.SignedIn;
import org.tasuki.terms.Japan;

/** A week of the list as its template draws it, one day a row. */
@Component
class OnCallPages {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H:mm");

    private final OnCall list;
    private final People people;
    private final Acting acting;
    private final Clock clock;

    OnCallPages(OnCall list, People people, Acting acting, Clock clock) {
        this.list = list;
        this.people = people;
        this.acting = acting;
        this.clock = clock;
    }

    /** @param time of this day: 17:15–24:00 */
    record Turn(long id, String name, String time, boolean reachable) {}

    /** @param places who is first, and who is second */
    record Day(LocalDate day, boolean today, List<List<Turn>> places, List<String> gaps) {}

    record Candidate(String account, String name, boolean reachable) {}

    void week(String asked, OnCallEntry entry, Locale language, Model model) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Japan.ZONE);
        LocalDate monday = monday(asked, today);
        Stretch week = new Stretch(start(monday), start(monday.plusDays(7)));
        List<Watch> watches = list.during(week);
        List<Stretch> gaps = list.gaps(week);
        List<SignedIn> candidates = list.candidates();
        Set<String> reached = list.reachable(Stream.concat(
                        candidates.stream().map(SignedIn::getUsername),
                        watches.stream().map(Watch::account))
                .toList());
        model.addAttribute(
                "days",
                Stream.iterate(monday, day -> day.plusDays(1))
                        .limit(7)
                        .map(day -> day(day, today, watches, reached, gaps, language))
                        .toList());
        model.addAttribute("unreachable", candidates.stream().anyMatch(one -> !reached.contains(one.getUsername())));
        model.addAttribute("week", monday);
        model.addAttribute("before", monday.minusDays(7));
        model.addAttribute("after", monday.plusDays(7));
        model.addAttribute("open", !gaps.isEmpty());
        model.addAttribute("may", acting.may(Right.MANAGE_ON_CALL));
        model.addAttribute("entry", entry);
        model.addAttribute(
                "candidates",
                candidates.stream()
                        .map(person -> new Candidate(
                                person.getUsername(), person.nameIn(language), reached.contains(person.getUsername())))
                        .toList());
    }

    private Day day(
            LocalDate day,
            LocalDate today,
            List<Watch> watches,
            Set<String> reached,
            List<Stretch> gaps,
            Locale language) {
        Stretch whole = new Stretch(start(day), start(day.plusDays(1)));
        return new Day(
                day,
                day.equals(today),
                List.of(turns(whole, watches, reached, 1, language), turns(whole, watches, reached, 2, language)),
                gaps.stream().filter(whole::meets).map(gap -> time(gap, whole)).toList());
    }

    private List<Turn> turns(Stretch day, List<Watch> watches, Set<String> reached, int place, Locale language) {
        return watches.stream()
                .filter(watch -> watch.place() == place && watch.time().meets(day))
                .map(watch -> new Turn(
                        watch.id(),
                        people.name(watch.account()).in(language),
                        time(watch.time(), day),
                        reached.contains(watch.account())))
                .toList();
    }

    private static String time(Stretch part, Stretch day) {
        String from = part.from().isAfter(day.from()) ? hour(part.from()) : "0:00";
        String until = part.until().isBefore(day.until()) ? hour(part.until()) : "24:00";
        return from + "–" + until;
    }

    private static String hour(Instant moment) {
        return HOUR.format(ZonedDateTime.ofInstant(moment, Japan.ZONE));
    }

    /** Whatever stands in the address; what is no day, or one beyond the calendar, shows this week. */
    private static LocalDate monday(String asked, LocalDate today) {
        LocalDate day = today;
        try {
            LocalDate wanted = LocalDate.parse(asked);
            day = wanted.getYear() < 2017 || wanted.getYear() > 2097 ? today : wanted;
        } catch (DateTimeException none) {
            day = today;
        }
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static Instant start(LocalDate day) {
        return day.atTime(LocalTime.MIDNIGHT).atZone(Japan.ZONE).toInstant();
    }
}
