package org.tasuki.matters.web;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.casefile.Refusal;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.InboxList;
import org.tasuki.matters.NewMatter;
import org.tasuki.matters.Questions;
import org.tasuki.people.People;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** Whoever has a task asks a colleague, and keeps it (照会). */
@Controller
class QuestionController {

    private final InboxList inbox;
    private final Questions questions;
    private final QuestionPages pages;
    private final People people;

    QuestionController(InboxList inbox, Questions questions, QuestionPages pages, People people) {
        this.inbox = inbox;
        this.questions = questions;
        this.pages = pages;
        this.people = people;
    }

    @GetMapping("/tasks/{id}/questions")
    ModelAndView page(@PathVariable String id, Locale language) {
        InboxItem task = inbox.find(id).filter(questions::mayAsk).orElseThrow(NotFound::new);
        return page(task, pages.empty(task), HttpStatus.OK, language);
    }

    /** @param question its id, made by the page, so that the form sent twice asks once */
    @PostMapping("/tasks/{id}/questions")
    ModelAndView ask(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String to,
            Locale language,
            RedirectAttributes flash) {
        QuestionEntry entry = new QuestionEntry(words, day, to, Map.of());
        return inbox.find(id)
                .filter(questions::mayAsk)
                .map(task -> ask(task, question, entry, language, flash))
                .orElseGet(() -> tooLate(entry));
    }

    private ModelAndView ask(
            InboxItem task, String question, QuestionEntry entry, Locale language, RedirectAttributes flash) {
        try {
            NewMatter asked = NewMatter.question(question, entry.words(), entry.day(), entry.to(), task.taskId());
            if (!questions.ask(task, asked)) {
                return tooLate(entry);
            }
        } catch (Refusal refused) {
            return page(
                    task,
                    entry.with(refused.field(), refused.messageKey()),
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    language);
        }
        flash.addFlashAttribute(
                "notice",
                Notice.done("matters.question.done", people.name(entry.to()).in(language)));
        return new ModelAndView("redirect:/tasks/" + task.taskId());
    }

    @PostMapping("/tasks/{id}/questions/{question}/withdrawal")
    String withdraw(@PathVariable String id, @PathVariable String question, RedirectAttributes flash) {
        boolean there = inbox.find(id).isPresent();
        flash.addFlashAttribute("notice", withdrawn(id, question));
        return "redirect:" + (there ? "/tasks/" + id : "/inbox");
    }

    private Notice withdrawn(String id, String question) {
        try {
            return inbox.find(id)
                            .filter(task -> questions.withdraw(task, id(question)))
                            .isPresent()
                    ? Notice.done("matters.question.withdrawn")
                    : Notice.caution("matters.question.gone");
        } catch (Refusal refused) {
            return Notice.caution(refused.messageKey());
        }
    }

    private ModelAndView page(InboxItem task, QuestionEntry entry, HttpStatus status, Locale language) {
        return new ModelAndView("matters/question", pages.page(task, entry, language), status)
                .addObject("here", "/tasks/" + task.taskId() + "/questions");
    }

    /** The task is done or somebody else's by now: what was typed is shown, so that it can go elsewhere. */
    private static ModelAndView tooLate(QuestionEntry entry) {
        return new ModelAndView(
                "matters/question-too-late", Map.of("words", entry.shown().words()), HttpStatus.CONFLICT);
    }

    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException forged) {
            return new UUID(0, 0);
        }
    }
}
