package org.tasuki.operations.web;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.Refusal;
import org.tasuki.casefile.web.CaseDoor;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.inbox.InboxList;
import org.tasuki.inbox.MovingStep;
import org.tasuki.inbox.MovingStep.Moved;
import org.tasuki.operations.web.MovePages.Typed;
import org.tasuki.people.Acting;
import org.tasuki.terms.CaseNumber;
import org.tasuki.terms.Typing;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** Moves a case to another step: chosen with a reason, looked at, done. */
@Controller
class MoveController {

    private static final Logger LOG = LoggerFactory.getLogger(MoveController.class);

    private final MovingStep moving;
    private final MovePages pages;
    private final OperationsController operations;
    private final CaseDoor door;
    private final InboxList inbox;
    private final StepWords words;
    private final Acting acting;
    private final OperationsDoor operationsDoor;

    MoveController(
            MovingStep moving,
            MovePages pages,
            OperationsController operations,
            CaseDoor door,
            InboxList inbox,
            StepWords words,
            Acting acting,
            OperationsDoor operationsDoor) {
        this.moving = moving;
        this.pages = pages;
        this.operations = operations;
        this.door = door;
        this.inbox = inbox;
        this.words = words;
        this.acting = acting;
        this.operationsDoor = operationsDoor;
    }

    /** From the field on the page of what failed. */
    @GetMapping("/operations/cases")
    ModelAndView find(@RequestParam(defaultValue = "") String number, Locale language, Model model) {
        String typed =
                Normalizer.normalize(number, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
        if (CaseNumber.looksLike(typed)) {
            return new ModelAndView("redirect:/operations/cases/" + typed);
        }
        String view = operations.list(language, model);
        model.addAttribute("typed", Typing.visible(number));
        model.addAttribute("problem", "operations.move.number.problem");
        model.addAttribute("here", "/operations");
        return new ModelAndView(view, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/operations/cases/{number}")
    String steps(@PathVariable String number, Locale language, Model model) {
        pages.steps(enter(number), Typed.NOTHING, language, model);
        return "operations/move";
    }

    @PostMapping("/operations/cases/{number}/preview")
    ModelAndView preview(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String task,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            Locale language,
            Model model,
            RedirectAttributes flash) {
        CaseFile file = enter(number);
        return answer(file, task, to, reason, language, model, flash, moving::preview, moved -> {
            Typed typed = new Typed(task, to, Typing.tidy(reason), null, null);
            pages.preview(file, moved, typed, language, model);
            return new ModelAndView("operations/move-preview");
        });
    }

    @PostMapping("/operations/cases/{number}/move")
    ModelAndView move(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String task,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            Locale language,
            Model model,
            RedirectAttributes flash) {
        CaseFile file = enter(number);
        return answer(file, task, to, reason, language, model, flash, moving::move, moved -> {
            String step = words.step(moved.to().process(), moved.to().step()).in(language);
            flash.addFlashAttribute(
                    "notice", Notice.done("operations.move.done", file.number().value(), step));
            return new ModelAndView("redirect:/operations/cases/" + file.number());
        });
    }

    @FunctionalInterface
    private interface Work {
        Optional<Moved> on(String task, String to, String reason);
    }

    /** Looked at or done, what is refused and what is gone reads alike. */
    private ModelAndView answer(
            CaseFile file,
            String task,
            String to,
            String reason,
            Locale language,
            Model model,
            RedirectAttributes flash,
            Work work,
            Function<Moved, ModelAndView> shown) {
        try {
            Optional<Moved> moved = isOf(file, task) ? work.on(task, to, reason) : Optional.empty();
            return moved.map(shown).orElseGet(() -> gone(file, flash));
        } catch (Refusal refusal) {
            return refused(file, task, to, reason, refusal, language, model);
        }
    }

    private boolean isOf(CaseFile file, String task) {
        return inbox.ofCase(file.number()).stream()
                .anyMatch(item -> item.taskId().equals(task));
    }

    private static ModelAndView gone(CaseFile file, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", Notice.caution("operations.move.gone"));
        return new ModelAndView("redirect:/operations/cases/" + file.number());
    }

    /** Drawn at once: no word of a case goes into a session. */
    private ModelAndView refused(
            CaseFile file, String task, String to, String reason, Refusal refusal, Locale language, Model model) {
        boolean ofReason = "reason".equals(refusal.field());
        String problem = refusal.messageKey();
        LOG.info("a move was refused: {}", problem);
        Typed typed = new Typed(task, to, Typing.visible(reason), ofReason ? null : problem, ofReason ? problem : null);
        pages.steps(file, typed, language, model);
        return new ModelAndView("operations/move", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private CaseFile enter(String number) {
        operationsDoor.enter();
        CaseFile file = door.enter(number, "operations");
        if (!Objects.equals(file.center(), acting.current().center())) {
            throw new NotFound();
        }
        return file;
    }
}
