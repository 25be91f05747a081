package org.tasuki.courses.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.tasuki.courses.Courses;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.training.QuestionSet;
import org.tasuki.web.NotFound;

/** The questions on a process by themselves, outside of any course: nothing of the answers is kept. */
@Controller
class AnswerController {

    static final String PATH = "/training/questions/{process}";

    private static final String VIEW = "courses/questions";

    private final Courses courses;
    private final ProcessCatalog catalog;
    private final AnswerPages pages;

    AnswerController(Courses courses, ProcessCatalog catalog, AnswerPages pages) {
        this.courses = courses;
        this.catalog = catalog;
        this.pages = pages;
    }

    @GetMapping(PATH)
    String ask(@PathVariable String process, Locale language, Model model) {
        pages.ask(find(process), language, model);
        return VIEW;
    }

    @PostMapping(PATH)
    ModelAndView judge(
            @PathVariable String process,
            @RequestParam MultiValueMap<String, String> fields,
            Locale language,
            Model model) {
        QuestionSet set = find(process);
        boolean whole =
                pages.judge(set, pages.read(set, fields), language, model).isPresent();
        model.addAttribute("here", "/training/questions/" + process);
        return new ModelAndView(VIEW, model.asMap(), whole ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private QuestionSet find(String process) {
        return catalog.process(process)
                .flatMap(facts -> courses.questions(facts.key()))
                .orElseThrow(NotFound::new);
    }
}
