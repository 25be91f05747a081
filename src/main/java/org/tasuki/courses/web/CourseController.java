package org.tasuki.courses.web;

import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.courses.AnswerSheet;
import org.tasuki.courses.Course;
import org.tasuki.courses.Courses;
import org.tasuki.courses.Unit;
import org.tasuki.courses.UnitBook;
import org.tasuki.training.QuestionSet;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** The courses, read and taken by whoever has signed in: the agencies' people are whom they are for. */
@Controller
class CourseController {

    static final String PATH = "/training/courses";

    private static final String UNIT = "courses/unit";

    private final Courses courses;
    private final CoursePages pages;
    private final UnitPages units;
    private final AnswerPages questions;
    private final UnitBook book;

    CourseController(Courses courses, CoursePages pages, UnitPages units, AnswerPages questions, UnitBook book) {
        this.courses = courses;
        this.pages = pages;
        this.units = units;
        this.questions = questions;
        this.book = book;
    }

    @GetMapping(PATH)
    String all(Locale language, Model model) {
        pages.all(language, model);
        return "courses/courses";
    }

    @GetMapping(PATH + "/{course}")
    String one(@PathVariable String course, Locale language, Model model) {
        pages.one(find(course), language, model);
        return "courses/course";
    }

    @GetMapping(PATH + "/{course}/{unit}")
    String unit(@PathVariable String course, @PathVariable String unit, Locale language, Model model) {
        Course found = find(course);
        units.one(found, find(found, unit), language, model);
        return UNIT;
    }

    /** What asks questions is done by answering them. */
    @PostMapping(PATH + "/{course}/{unit}/done")
    String done(@PathVariable String course, @PathVariable String unit, RedirectAttributes flash) {
        Course found = find(course);
        Unit done = Optional.of(find(found, unit))
                .filter(one -> one.kind() != Unit.Kind.QUESTIONS)
                .orElseThrow(NotFound::new);
        book.done(course, done);
        flash.addFlashAttribute("notice", Notice.done("courses.done"));
        int next = found.units().indexOf(done) + 1;
        return "redirect:" + PATH + "/" + course
                + (next < found.units().size() ? "/" + found.units().get(next).key() : "");
    }

    @PostMapping(PATH + "/{course}/{unit}/answers")
    ModelAndView answers(
            @PathVariable String course,
            @PathVariable String unit,
            @RequestParam MultiValueMap<String, String> fields,
            Locale language,
            Model model) {
        Course found = find(course);
        Unit asked = find(found, unit);
        QuestionSet set = units.questions(found, asked);
        AnswerSheet sheet = questions.read(set, fields);
        Optional<AnswerPages.Judged> judged = questions.judge(set, sheet, language, model);
        judged.ifPresent(all -> book.answered(course, asked, all.right(), all.asked()));
        pages.around(found, asked, language, model);
        model.addAttribute("there", true);
        model.addAttribute("here", PATH + "/" + course + "/" + unit);
        return new ModelAndView(
                UNIT, model.asMap(), judged.isPresent() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Course find(String course) {
        return courses.find(course).orElseThrow(NotFound::new);
    }

    private static Unit find(Course course, String unit) {
        return course.unit(unit).orElseThrow(NotFound::new);
    }
}
