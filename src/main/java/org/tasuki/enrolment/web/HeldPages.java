package org.tasuki.enrolment.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tasuki.courses.Courses;
import org.tasuki.enrolment.Attendance;
import org.tasuki.enrolment.CourseSession;
import org.tasuki.enrolment.Places;
import org.tasuki.enrolment.Sessions;

/** Sessions as pages show them: to those who come, and to those who keep the record. */
@Component
class HeldPages {

    private final Sessions sessions;
    private final Places places;
    private final AttendancePages attendance;
    private final Courses courses;
    private final EnrolmentWords words;
    private final Clock clock;

    HeldPages(
            Sessions sessions,
            Places places,
            AttendancePages attendance,
            Courses courses,
            EnrolmentWords words,
            Clock clock) {
        this.sessions = sessions;
        this.places = places;
        this.attendance = attendance;
        this.courses = courses;
        this.words = words;
        this.clock = clock;
    }

    /** @param state coming, running, over or cancelled */
    record SessionRow(
            long id,
            String name,
            String audience,
            boolean online,
            Instant startsAt,
            Instant endsAt,
            int capacity,
            int taken,
            String state,
            boolean mine) {}

    record Choice(String key, String name) {}

    void list(boolean keeps, Locale language, Model model) {
        Set<Long> mine = places.mine();
        model.addAttribute("keeps", keeps);
        model.addAttribute(
                "coming",
                sessions.coming().stream().map(one -> row(one, mine, language)).toList());
        model.addAttribute(
                "past",
                sessions.past().stream()
                        .filter(one -> keeps || mine.contains(one.id()))
                        .map(one -> row(one, mine, language))
                        .toList());
    }

    private SessionRow row(CourseSession one, Set<Long> mine, Locale language) {
        return new SessionRow(
                one.id(),
                one.name().in(language),
                words.audience(one.audience(), language),
                one.online(),
                one.startsAt(),
                one.endsAt(),
                one.capacity(),
                one.taken(),
                state(one),
                mine.contains(one.id()));
    }

    private String state(CourseSession one) {
        if (one.cancelled()) {
            return "cancelled";
        }
        Instant now = clock.instant();
        if (one.over(now)) {
            return "over";
        }
        return one.begun(now) ? "running" : "coming";
    }

    void form(AnnouncementSheet sheet, Locale language, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute(
                "courses",
                courses.all().stream()
                        .map(course -> new Choice(course.key(), course.name().in(language)))
                        .toList());
    }

    void one(CourseSession held, boolean keeps, Locale language, Model model) {
        Optional<Places.Mine> mine = places.mine(held.id());
        model.addAttribute("held", held);
        model.addAttribute("name", held.name().in(language));
        model.addAttribute("audience", words.audience(held.audience(), language));
        model.addAttribute("length", words.length(held.minutes(), language));
        model.addAttribute("state", state(held));
        model.addAttribute("mine", mine.isPresent());
        model.addAttribute(
                "marked",
                mine.flatMap(Places.Mine::attendance).map(Attendance::key).orElse(null));
        model.addAttribute("keeps", keeps);
        if (keeps) {
            attendance.show(held, language, model);
        }
    }
}
