package org.tasuki.courses;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tasuki.terms.Text;
import org.tasuki.terms.Typing;

/**
 * What a course would change that comes in.
 *
 * @param head whether its name, what it is about or its audience differ
 * @param added units that were not there
 * @param gone units that are there no more
 * @param changed units of which a text, a question or anything else differs
 */
public record CourseChange(
        Course course, Kind kind, boolean head, List<Text> added, List<Text> gone, List<Text> changed) {

    public enum Kind {
        FRESH,
        /** Takes the place of what the office brought in before. */
        OWN,
        /** Takes the place of the house's own, at this office. */
        SHIPPED
    }

    /** Whether nothing differs. */
    public boolean same() {
        return kind != Kind.FRESH && !head && added.isEmpty() && gone.isEmpty() && changed.isEmpty();
    }

    static CourseChange fresh(Material material) {
        return new CourseChange(
                material.course(), Kind.FRESH, false, names(material.course(), unit -> true), List.of(), List.of());
    }

    static CourseChange between(Material before, Material after, Kind kind) {
        Course was = before.course();
        Course is = after.course();
        Map<String, Unit> units = was.units().stream().collect(Collectors.toMap(Unit::key, Function.identity()));
        return new CourseChange(
                is,
                kind,
                !Stream.of(was.name(), was.about(), was.audience())
                        .toList()
                        .equals(List.of(is.name(), is.about(), is.audience())),
                names(is, unit -> !units.containsKey(unit.key())),
                names(was, unit -> is.unit(unit.key()).isEmpty()),
                names(is, unit -> units.containsKey(unit.key()) && differs(unit, before, after)));
    }

    private static boolean differs(Unit unit, Material before, Material after) {
        return !unit.equals(before.course().unit(unit.key()).orElse(null))
                || Material.names(unit).anyMatch(name -> !Objects.equals(written(before, name), written(after, name)));
    }

    /** As it would come out of a file: the house's own may end with more than one line. */
    private static String written(Material material, String name) {
        return Typing.tidy(material.files().getOrDefault(name, ""));
    }

    private static List<Text> names(Course course, Predicate<Unit> which) {
        return course.units().stream().filter(which).map(Unit::name).toList();
    }
}
