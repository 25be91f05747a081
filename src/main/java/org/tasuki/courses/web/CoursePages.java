package org.tasuki.courses.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tasuki.courses.Audience;
import org.tasuki.courses.Course;
import org.tasuki.courses.CourseProgress;
import org.tasuki.courses.Courses;
import org.tasuki.courses.Unit;
import org.tasuki.courses.UnitBook;
import org.tasuki.people.Acting;
import org.tasuki.people.Right;

/** The courses by their audience, and one of them with its units. */
@Component
class CoursePages {

    private final Courses courses;
    private final UnitBook book;
    private final Profession profession;
    private final Acting acting;

    CoursePages(Courses courses, UnitBook book, Profession profession, Acting acting) {
        this.courses = courses;
        this.book = book;
        this.profession = profession;
        this.acting = acting;
    }

    /** @param own whether it is the reader's */
    public record Group(String audience, boolean own, List<Entry> courses) {}

    /**
     * @param done of its units
     * @param hours that it takes, to the half
     */
    public record Entry(String key, String name, String about, int units, int done, double hours) {}

    /**
     * @param kind the end of the message that says what it is
     * @param asked how many questions the best try had; 0 where nothing was asked
     */
    public record Line(
            int number,
            String key,
            String kind,
            String name,
            long minutes,
            String address,
            boolean done,
            int right,
            int asked) {}

    /** A unit before or after another. */
    public record Link(String name, String address) {}

    void all(Locale language, Model model) {
        Optional<Audience> own = profession.audience();
        List<Course> all = courses.all();
        model.addAttribute(
                "groups",
                Stream.concat(own.stream(), Stream.of(Audience.values()))
                        .distinct()
                        .map(audience -> new Group(
                                audience.key(),
                                own.filter(audience::equals).isPresent(),
                                all.stream()
                                        .filter(course -> course.audience() == audience)
                                        .map(course -> entry(course, language))
                                        .toList()))
                        .filter(group -> !group.courses().isEmpty())
                        .toList());
        model.addAttribute("keeper", acting.may(Right.HOLD_CLASS));
    }

    private Entry entry(Course course, Locale language) {
        Map<String, CourseProgress.Done> done = book.of(course.key());
        return new Entry(
                course.key(),
                course.name().in(language),
                course.about().in(language),
                course.units().size(),
                (int) course.units().stream()
                        .filter(unit -> done.containsKey(unit.key()))
                        .count(),
                hours(course));
    }

    private static double hours(Course course) {
        long minutes = course.units().stream()
                .mapToLong(unit -> unit.takes().toMinutes())
                .sum();
        return Math.max(1, Math.round(minutes / 30.0)) / 2.0;
    }

    void one(Course course, Locale language, Model model) {
        List<Line> lines = lines(course, language);
        model.addAttribute("key", course.key());
        model.addAttribute("name", course.name().in(language));
        model.addAttribute("about", course.about().in(language));
        model.addAttribute("audience", course.audience().key());
        model.addAttribute("hours", hours(course));
        model.addAttribute("lines", lines);
        model.addAttribute("done", (int) lines.stream().filter(Line::done).count());
        model.addAttribute(
                "next", lines.stream().filter(line -> !line.done()).findFirst().orElse(lines.get(0)));
        model.addAttribute("keeper", acting.may(Right.HOLD_CLASS));
    }

    /** What every unit's page has around it. */
    void around(Course course, Unit unit, Locale language, Model model) {
        List<Line> lines = lines(course, language);
        int at = course.units().indexOf(unit);
        model.addAttribute("course", course.key());
        model.addAttribute("courseName", course.name().in(language));
        model.addAttribute("lines", lines);
        model.addAttribute("unit", lines.get(at));
        model.addAttribute("back", link(lines, at - 1));
        model.addAttribute("forward", link(lines, at + 1));
    }

    private static @Nullable Link link(List<Line> lines, int at) {
        return at < 0 || at >= lines.size()
                ? null
                : new Link(lines.get(at).name(), lines.get(at).address());
    }

    private List<Line> lines(Course course, Locale language) {
        Map<String, CourseProgress.Done> done = book.of(course.key());
        return IntStream.range(0, course.units().size())
                .mapToObj(i -> line(course, i, done, language))
                .toList();
    }

    private static Line line(Course course, int at, Map<String, CourseProgress.Done> all, Locale language) {
        Unit unit = course.units().get(at);
        CourseProgress.Done done = all.get(unit.key());
        return new Line(
                at + 1,
                unit.key(),
                unit.kind().name().toLowerCase(Locale.ROOT),
                unit.name().in(language),
                unit.takes().toMinutes(),
                CourseController.PATH + "/" + course.key() + "/" + unit.key(),
                done != null,
                done == null ? 0 : done.right(),
                done == null ? 0 : done.asked());
    }
}
