package org.tasuki.courses;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.terms.Text;
import org.tasuki.training.BroughtWays;
import org.tasuki.training.FaultyStory;
import org.tasuki.training.ProcessStories;
import org.tasuki.training.QuestionSet;
import org.tasuki.training.Scenario;

/** The courses that whoever acts can take: those of the house, and those that their own office has brought in. */
@Component
@Transactional(readOnly = true)
public class Courses implements BroughtWays {

    private static final Comparator<Course> BY_AUDIENCE =
            Comparator.comparing(Course::audience).thenComparing(Course::key);

    private final ShippedCourses shipped;
    private final OfficeMaterials office;
    private final ProcessStories stories;

    Courses(ShippedCourses shipped, OfficeMaterials office, ProcessStories stories) {
        this.shipped = shipped;
        this.office = office;
        this.stories = stories;
    }

    /** One audience after the other. An office's own course takes the place of the house's of the same key. */
    public List<Course> all() {
        Map<String, Course> courses = new TreeMap<>();
        shipped.all().forEach(material -> courses.put(material.course().key(), material.course()));
        office.all().forEach(brought -> courses.put(brought.course().key(), brought.course()));
        return courses.values().stream().sorted(BY_AUDIENCE).toList();
    }

    public Optional<Course> find(String key) {
        return material(key).map(Material::course);
    }

    Optional<Material> material(String key) {
        return Material.isKey(key) ? office.find(key).or(() -> shipped.find(key)) : Optional.empty();
    }

    /** Markdown, for {@link CourseText}. */
    public Optional<Text> text(String course, Unit unit) {
        return material(course).flatMap(material -> material.text(unit.refers()));
    }

    /** The course's own, or those of the process. */
    public Optional<QuestionSet> questions(String course, Unit unit) {
        return material(course)
                .flatMap(material -> material.ownQuestions(unit.refers()))
                .or(() -> questions(unit.refers()));
    }

    /** Nothing where a later version of the house reads it no more: the course's page says so then. */
    @Override
    public Optional<Scenario> find(String course, String way) {
        try {
            return material(course)
                    .filter(material -> Material.isKey(way))
                    .flatMap(material -> material.ownScenario(way));
        } catch (FaultyStory faulty) {
            return Optional.empty();
        }
    }

    /** Of a process by itself. */
    public Optional<QuestionSet> questions(String process) {
        return stories.of(process)
                .filter(story -> !story.questions().isEmpty())
                .map(story -> new QuestionSet(process, story.questions()));
    }
}
