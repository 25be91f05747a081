package org.tasuki.enrolment.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tasuki.courses.Course;
import org.tasuki.courses.Courses;
import org.tasuki.courses.Unit;
import org.tasuki.enrolment.Attendance;
import org.tasuki.enrolment.Certificates;
import org.tasuki.enrolment.OwnRecord;
import org.tasuki.enrolment.OwnRecord.UnitResult;
import org.tasuki.enrolment.Roster;

/** The record of one person, and of the people of an office. */
@Component
class RecordPages {

    private final OwnRecord own;
    private final Certificates certificates;
    private final Roster roster;
    private final Courses courses;
    private final EnrolmentWords words;

    RecordPages(OwnRecord own, Certificates certificates, Roster roster, Courses courses, EnrolmentWords words) {
        this.own = own;
        this.certificates = certificates;
        this.roster = roster;
        this.courses = courses;
        this.words = words;
    }

    record UnitRow(String name, int right, int asked, int tries, Instant lastAt) {}

    /** @param all how many units the course has; 0 when its file has gone */
    record CourseRow(String key, String name, int done, int all, List<UnitRow> units) {}

    record PartRow(
            long id,
            String name,
            boolean online,
            Instant startsAt,
            String length,
            boolean cancelled,
            @Nullable String mark,
            @Nullable String reason) {}

    record CertificateRow(String number, String course, String length, Instant completedAt) {}

    record RosterRow(
            String person,
            String office,
            String course,
            int done,
            int all,
            Instant lastAt,
            @Nullable Instant completedAt) {}

    void own(Locale language, Model model) {
        model.addAttribute("courses", courses(language));
        model.addAttribute(
                "sessions",
                own.sessions().stream().map(part -> part(part, language)).toList());
        model.addAttribute(
                "certificates",
                certificates.mine().stream()
                        .map(one -> new CertificateRow(
                                one.number(),
                                one.course().in(language),
                                words.length(one.minutes(), language),
                                one.completedAt()))
                        .toList());
    }

    private List<CourseRow> courses(Locale language) {
        List<UnitResult> results = own.units();
        Set<String> keys =
                new LinkedHashSet<>(results.stream().map(UnitResult::course).toList());
        List<CourseRow> rows = new ArrayList<>();
        for (String key : keys) {
            List<UnitResult> done =
                    results.stream().filter(one -> one.course().equals(key)).toList();
            Optional<Course> course = courses.find(key);
            rows.add(new CourseRow(
                    key,
                    words.course(key, language),
                    (int) done.stream()
                            .filter(one -> course.isEmpty() || inside(course.get(), one))
                            .count(),
                    course.map(found -> found.units().size()).orElse(0),
                    done.stream().map(one -> unit(course, one, language)).toList()));
        }
        return rows;
    }

    /** What is no longer part of the course was done all the same, but brings nobody further. */
    private static boolean inside(Course course, UnitResult result) {
        return course.unit(result.unit()).isPresent();
    }

    private static UnitRow unit(Optional<Course> course, UnitResult result, Locale language) {
        String name = course.flatMap(found -> found.unit(result.unit()))
                .map(Unit::name)
                .map(text -> text.in(language))
                .orElse(result.unit());
        return new UnitRow(name, result.right(), result.asked(), result.tries(), result.lastAt());
    }

    private PartRow part(OwnRecord.Part part, Locale language) {
        return new PartRow(
                part.session().id(),
                part.session().name().in(language),
                part.session().online(),
                part.session().startsAt(),
                words.length(part.session().minutes(), language),
                part.session().cancelled(),
                part.attendance().map(Attendance::key).orElse(null),
                part.reason().map(Attendance.Reason::key).orElse(null));
    }

    void people(Locale language, Model model) {
        Map<String, Integer> sizes = new HashMap<>();
        courses.all().forEach(course -> sizes.put(course.key(), course.units().size()));
        List<RosterRow> rows = roster.lines().stream()
                .map(line -> new RosterRow(
                        line.name().in(language),
                        line.office().in(language),
                        words.course(line.course(), language),
                        line.done(),
                        sizes.getOrDefault(line.course(), 0),
                        line.lastAt(),
                        line.completedAt()))
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("most", rows.size() == Roster.MOST);
    }
}
