package org.tasuki.limits.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.deadlines.JapaneseCalendar;
import org.tasuki.deadlines.KeptCalendar;
import org.tasuki.deadlines.MovePreview.Move;
import org.tasuki.limits.CalendarBook;
import org.tasuki.limits.Planned;
import org.tasuki.people.Offices;
import org.tasuki.people.Offices.Agency;
import org.tasuki.people.Role;
import org.tasuki.terms.Text;
import org.tasuki.web.NotFound;

/** The administrator's pages of calendars as their templates draw them. */
@Component
class CalendarPages {

    /** How the center itself is called in an address; no agency may have so short a key. */
    static final String CENTER = "-";

    private static final int MOST_SHOWN = 200;

    private final CalendarBook book;
    private final Offices offices;
    private final StepWords words;
    private final Clock clock;

    CalendarPages(CalendarBook book, Offices offices, StepWords words, Clock clock) {
        this.book = book;
        this.offices = offices;
        this.words = words;
        this.clock = clock;
    }

    /** Whose calendar; {@code agency} is null for the center's own. */
    record Owner(String key, @Nullable String agency, String name) {}

    record Line(
            String key, String name, boolean own, List<Opening> week, boolean holidays, boolean newYear, int days) {}

    /** Weekdays of the same hours in a row: 月～金 8:30～17:15. */
    record Opening(String weekdays, String hours) {}

    record Day(int number, String name) {}

    /** A deadline that would move, of templates/limits/moves.html. */
    record Row(String number, String step, String rule, Instant before, Instant after, boolean over) {}

    Owner owner(String key, Locale language) {
        if (key.equals(CENTER)) {
            return new Owner(CENTER, null, name().in(language));
        }
        Agency agency = agencies().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(NotFound::new);
        return new Owner(key, key, agency.name().in(language));
    }

    void list(Locale language, Model model) {
        List<Line> lines = new ArrayList<>();
        lines.add(line(owner(CENTER, language), language));
        agencies()
                .forEach(agency -> lines.add(
                        line(new Owner(agency.key(), agency.key(), agency.name().in(language)), language)));
        model.addAttribute("lines", lines);
        model.addAttribute("left", book.left());
        model.addAttribute("known", JapaneseCalendar.announcedThrough().getYear());
    }

    CalendarSheet sheet(Owner owner) {
        KeptCalendar kept = book.current(owner.agency());
        return CalendarSheet.of(japanese(kept), kept.version());
    }

    void sheet(Owner owner, CalendarSheet sheet, Locale language, Model model) {
        model.addAttribute("owner", owner);
        model.addAttribute("sheet", sheet);
        model.addAttribute("weekdays", weekdays(language));
    }

    void plan(Owner owner, CalendarSheet sheet, Planned plan, Locale language, Model model) {
        model.addAttribute("owner", owner);
        model.addAttribute("typed", sheet.all());
        moves(plan, language, model);
    }

    void moves(Planned plan, Locale language, Model model) {
        model.addAttribute(
                "moves",
                plan.moves().stream()
                        .limit(MOST_SHOWN)
                        .map(move -> row(move, language))
                        .toList());
        model.addAttribute("total", plan.moves().size());
        model.addAttribute("overAtOnce", plan.over());
        model.addAttribute("mark", plan.mark());
        model.addAttribute("now", clock.instant());
    }

    private Row row(Move move, Locale language) {
        return new Row(
                move.number().value(),
                words.step(move.process(), move.step()).in(language),
                move.label().in(language),
                move.before(),
                move.after(),
                move.over());
    }

    private Line line(Owner owner, Locale language) {
        KeptCalendar kept = book.current(owner.agency());
        JapaneseCalendar calendar = japanese(kept);
        return new Line(
                owner.key(),
                owner.name(),
                kept.version() > 0,
                openings(calendar, language),
                calendar.closedOnHolidays(),
                calendar.closedAtNewYear(),
                calendar.days().size());
    }

    private static List<Opening> openings(JapaneseCalendar calendar, Locale language) {
        List<Opening> openings = new ArrayList<>();
        DayOfWeek first = DayOfWeek.MONDAY;
        for (DayOfWeek day : DayOfWeek.values()) {
            boolean last = day == DayOfWeek.SUNDAY || !hours(calendar, day).equals(hours(calendar, day.plus(1)));
            if (last) {
                String hours = hours(calendar, day);
                if (!hours.isEmpty()) {
                    openings.add(new Opening(span(first, day, language), hours));
                }
                first = day.plus(1);
            }
        }
        return openings;
    }

    private static String hours(JapaneseCalendar calendar, DayOfWeek day) {
        return Optional.ofNullable(calendar.week().get(day))
                .map(hours -> hours.opens() + "–" + hours.closes())
                .orElse("");
    }

    private static String span(DayOfWeek first, DayOfWeek last, Locale language) {
        String from = first.getDisplayName(TextStyle.SHORT, language);
        return first == last ? from : from + "–" + last.getDisplayName(TextStyle.SHORT, language);
    }

    private static List<Day> weekdays(Locale language) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new Day(day.getValue(), day.getDisplayName(TextStyle.FULL, language)))
                .toList();
    }

    private static JapaneseCalendar japanese(KeptCalendar kept) {
        return kept.calendar() instanceof JapaneseCalendar calendar ? calendar : JapaneseCalendar.usual();
    }

    private Text name() {
        return offices.center(book.center()).map(Offices.Center::name).orElseThrow();
    }

    private List<Agency> agencies() {
        return offices.agencies(
                book.center(),
                Arrays.stream(Role.values()).filter(Role::ofAgency).toList());
    }
}
