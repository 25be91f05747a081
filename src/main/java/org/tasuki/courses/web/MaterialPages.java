package org.tasuki.courses.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tasuki.courses.CourseChange;
import org.tasuki.courses.Courses;
import org.tasuki.courses.MaterialDesk;
import org.tasuki.courses.NotAccepted;
import org.tasuki.people.Accounts;
import org.tasuki.terms.Text;

/** What an office has brought in, and what a file would change. */
@Component
class MaterialPages {

    private final MaterialDesk desk;
    private final Courses courses;
    private final Accounts accounts;

    MaterialPages(MaterialDesk desk, Courses courses, Accounts accounts) {
        this.desk = desk;
        this.courses = courses;
        this.accounts = accounts;
    }

    /** @param shipped whether it stands in the place of one of the house's */
    public record Row(String key, String name, String audience, String by, Instant at, boolean shipped) {}

    public record Entry(String key, String name) {}

    /** @param kind fresh, own or shipped */
    public record Change(
            String name,
            String audience,
            String kind,
            boolean same,
            boolean head,
            List<String> added,
            List<String> gone,
            List<String> changed) {}

    void list(Locale language, Model model) {
        model.addAttribute(
                "rows",
                desk.brought().stream()
                        .map(one -> new Row(
                                one.course().key(),
                                one.course().name().in(language),
                                one.course().audience().key(),
                                accounts.find(one.by())
                                        .map(person -> person.nameIn(language))
                                        .orElse(one.by()),
                                one.at(),
                                one.shipped()))
                        .toList());
        model.addAttribute(
                "courses",
                courses.all().stream()
                        .map(course -> new Entry(course.key(), course.name().in(language)))
                        .toList());
        model.addAttribute("findings", List.of());
    }

    void plan(String upload, List<CourseChange> changes, Locale language, Model model) {
        model.addAttribute("upload", upload);
        model.addAttribute(
                "changes",
                changes.stream().map(change -> change(change, language)).toList());
    }

    private static Change change(CourseChange change, Locale language) {
        return new Change(
                change.course().name().in(language),
                change.course().audience().key(),
                change.kind().name().toLowerCase(Locale.ROOT),
                change.same(),
                change.head(),
                in(change.added(), language),
                in(change.gone(), language),
                in(change.changed(), language));
    }

    List<String> told(NotAccepted why, Locale language) {
        return in(why.findings(), language);
    }

    private static List<String> in(List<Text> texts, Locale language) {
        return texts.stream().map(text -> text.in(language)).toList();
    }
}
