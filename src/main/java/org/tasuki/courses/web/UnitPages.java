package org.tasuki.courses.web;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tasuki.courses.Course;
import org.tasuki.courses.CourseText;
import org.tasuki.courses.Courses;
import org.tasuki.courses.Unit;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.people.Acting;
import org.tasuki.people.Right;
import org.tasuki.training.ProcessStories;
import org.tasuki.training.QuestionSet;
import org.tasuki.training.Route;
import org.tasuki.training.Scenario;
import org.tasuki.training.Scenarios;
import org.tasuki.web.NotFound;

/** What a unit shows, each kind its own. */
@Component
class UnitPages {

    private static final String WAYS = "/training/ways/";

    private final Courses courses;
    private final ProcessCatalog catalog;
    private final ProcessStories stories;
    private final Scenarios scenarios;
    private final CoursePages pages;
    private final AnswerPages questions;
    private final Acting acting;

    UnitPages(
            Courses courses,
            ProcessCatalog catalog,
            ProcessStories stories,
            Scenarios scenarios,
            CoursePages pages,
            AnswerPages questions,
            Acting acting) {
        this.courses = courses;
        this.catalog = catalog;
        this.stories = stories;
        this.scenarios = scenarios;
        this.pages = pages;
        this.questions = questions;
        this.acting = acting;
    }

    /**
     * What it is about may be gone: an office's own course was in order when it came, and a process may have been taken out of work
     * since. Its page says so, instead of failing.
     */
    void one(Course course, Unit unit, Locale language, Model model) {
        pages.around(course, unit, language, model);
        boolean there =
                switch (unit.kind()) {
                    case TEXT -> text(course, unit, language, model);
                    case WALKTHROUGH -> walked(course, unit, language, model) || walkthrough(unit, language, model);
                    case QUESTIONS -> asked(course, unit, language, model);
                    case PRACTICE -> practice(course, unit, language, model);
                };
        model.addAttribute("there", there);
    }

    QuestionSet questions(Course course, Unit unit) {
        return Optional.of(unit)
                .filter(asked -> asked.kind() == Unit.Kind.QUESTIONS)
                .flatMap(asked -> courses.questions(course.key(), asked))
                .orElseThrow(NotFound::new);
    }

    private boolean text(Course course, Unit unit, Locale language, Model model) {
        Optional<String> html = courses.text(course.key(), unit).map(text -> CourseText.html(text.in(language)));
        model.addAttribute("html", html.orElse(""));
        return html.isPresent();
    }

    private boolean walkthrough(Unit unit, Locale language, Model model) {
        model.addAttribute("refers", unit.refers());
        catalog.process(unit.refers()).ifPresent(facts -> {
            model.addAttribute("processName", facts.name().in(language));
            model.addAttribute("steps", Route.of(facts).steps().size());
            model.addAttribute(
                    "intro",
                    stories.of(facts.key())
                            .map(story -> story.intro().in(language))
                            .orElse(""));
        });
        return model.containsAttribute("steps");
    }

    private boolean asked(Course course, Unit unit, Locale language, Model model) {
        Optional<QuestionSet> set = courses.questions(course.key(), unit);
        set.ifPresent(found -> questions.ask(found, language, model));
        return set.isPresent();
    }

    private boolean practice(Course course, Unit unit, Locale language, Model model) {
        model.addAttribute("trainer", acting.may(Right.HOLD_CLASS));
        if (walked(course, unit, language, model)) {
            return true;
        }
        Optional<Scenario> shipped = scenarios.of(unit.refers());
        shipped.ifPresent(way -> way(way, WAYS + way.key(), language, model));
        return shipped.isPresent();
    }

    /** Along a named way that the course brings itself. */
    private boolean walked(Course course, Unit unit, Locale language, Model model) {
        Optional<Scenario> own = courses.find(course.key(), unit.refers());
        own.ifPresent(way -> way(way, WAYS + course.key() + "/" + way.key(), language, model));
        return own.isPresent();
    }

    private static void way(Scenario way, String address, Locale language, Model model) {
        model.addAttribute("wayName", way.name().in(language));
        model.addAttribute("wayAddress", address);
        model.addAttribute("intro", way.about().in(language));
        model.addAttribute("steps", way.way().size());
    }
}
