package org.tasuki.inbox.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.casefile.Answers;
import org.tasuki.casefile.Drafts;
import org.tasuki.casefile.OfficeLookups;
import org.tasuki.forms.Form;
import org.tasuki.forms.FormView;
import org.tasuki.forms.Forms;
import org.tasuki.forms.Problem;
import org.tasuki.inbox.Completion;
import org.tasuki.inbox.Desk;
import org.tasuki.inbox.FourEyes;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.InboxList;
import org.tasuki.inbox.Push;
import org.tasuki.inbox.TaskPlace;
import org.tasuki.inbox.TaskQuestions;
import org.tasuki.inbox.TaskWords;
import org.tasuki.inbox.WayBack;
import org.tasuki.inbox.WaysBack;
import org.tasuki.people.Acting;
import org.tasuki.people.People;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** A task: read it, take it, put it back, save what was typed so far, complete it. */
@Controller
class TaskController {

    private final InboxList inbox;
    private final Desk desk;
    private final TaskPages pages;
    private final InboxPages rows;
    private final Forms forms;
    private final OfficeLookups lookups;
    private final Drafts drafts;
    private final Answers answers;
    private final People people;
    private final Acting acting;
    private final ObjectProvider<TaskPlace> places;
    private final ObjectProvider<TaskWords> asked;
    private final ObjectProvider<TaskQuestions> questions;
    private final PushPages given;
    private final Push push;
    private final Joined joined;
    private final UndoPages undo;
    private final SendBackPages sentBack;
    private final LeftPages left;
    private final FourEyes fourEyes;
    private final WaysBack ways;
    private final Clock clock;

    TaskController(
            InboxList inbox,
            Desk desk,
            TaskPages pages,
            InboxPages rows,
            Forms forms,
            OfficeLookups lookups,
            Drafts drafts,
            Answers answers,
            People people,
            Acting acting,
            ObjectProvider<TaskPlace> places,
            ObjectProvider<TaskWords> asked,
            ObjectProvider<TaskQuestions> questions,
            PushPages given,
            Push push,
            Joined joined,
            UndoPages undo,
            SendBackPages sentBack,
            LeftPages left,
            FourEyes fourEyes,
            WaysBack ways,
            Clock clock) {
        this.inbox = inbox;
        this.desk = desk;
        this.pages = pages;
        this.rows = rows;
        this.forms = forms;
        this.lookups = lookups;
        this.drafts = drafts;
        this.answers = answers;
        this.people = people;
        this.acting = acting;
        this.places = places;
        this.asked = asked;
        this.questions = questions;
        this.given = given;
        this.push = push;
        this.joined = joined;
        this.undo = undo;
        this.sentBack = sentBack;
        this.left = left;
        this.fourEyes = fourEyes;
        this.ways = ways;
        this.clock = clock;
    }

    @GetMapping("/tasks/{id}")
    String task(@PathVariable String id, @RequestParam(defaultValue = "") String from, Locale language, Model model) {
        model.addAttribute("back", ways.of(from));
        Optional<InboxItem> found = inbox.find(id);
        if (found.isEmpty()) {
            model.addAttribute("undo", undo.offer(id, language));
            return completed(answers.completed(id).orElseThrow(NotFound::new), language, model);
        }
        InboxItem item = found.get();
        Optional<String> elsewhere =
                places.stream().flatMap(place -> place.of(item).stream()).findFirst();
        if (elsewhere.isPresent()) {
            return "redirect:" + WaysBack.at(elsewhere.get(), ways.of(from));
        }
        show(item, begun(item), List.of(), language, model);
        return "inbox/task";
    }

    /** As it was left, as it was answered before it was sent back, or as it begins. */
    private Map<String, List<String>> begun(InboxItem item) {
        return drafts.find(item.taskId(), acting.current().account())
                .or(() -> sentBack.begun(item))
                .orElseGet(() -> answers.begin(forms.form(item.form()), item.number(), item.handOver()));
    }

    /** The task as it stands, with what the model says was wrong beside its form. */
    ModelAndView refused(String id, Locale language, Model model) {
        InboxItem item = inbox.find(id).orElseThrow(NotFound::new);
        model.addAttribute("here", "/tasks/" + id);
        model.addAttribute("back", ways.of(""));
        show(item, begun(item), List.of(), language, model);
        return new ModelAndView("inbox/task", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** The way back leads to tasks that are done: says by whom, and on to the case. */
    private String completed(Answers.Completed completed, Locale language, Model model) {
        model.addAttribute("already", true);
        model.addAttribute("away", false);
        model.addAttribute("who", people.name(completed.by()).in(language));
        model.addAttribute("number", completed.number().value());
        return "inbox/too-late";
    }

    @PostMapping("/tasks/{id}/claim")
    ModelAndView claim(
            @PathVariable String id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPlace,
            @RequestParam(name = "_number", defaultValue = "") String number,
            @RequestParam(name = WaysBack.FIELD, defaultValue = "") String from,
            @RequestHeader(name = "HX-Current-URL", defaultValue = "") String list,
            @RequestParam(defaultValue = "") String version,
            Locale language,
            RedirectAttributes flash) {
        InboxAddress shown = inPlace ? InboxAddress.of(list) : InboxAddress.NOTHING;
        boolean upToDate = inPlace && version.equals(rows.version(shown));
        Completion claimed = desk.claim(id);
        Optional<InboxItem> item = inbox.find(id);
        if (!inPlace || item.isEmpty()) {
            WayBack back = ways.of(from);
            String path = item.isEmpty() ? back.address() : WaysBack.task(id, back);
            return after(claimed, "inbox.claimed", path, number, language, flash);
        }
        InboxList.Counts counts = inbox.counts();
        return new ModelAndView(
                "inbox/claimed",
                Map.of(
                        "row", rows.row(item.get(), language),
                        "picks", acting.current().worksOnCases(),
                        "mine", counts.mine(),
                        "roles", counts.desks(),
                        "taken", claimed instanceof Completion.HeldBy,
                        "proposed", claimed instanceof Completion.Proposed,
                        // Their own claim is no news to them; what a colleague did meanwhile is.
                        "version", upToDate ? rows.version(shown) : version));
    }

    @PostMapping("/tasks/{id}/release")
    ModelAndView release(
            @PathVariable String id,
            @RequestParam(name = "_number", defaultValue = "") String number,
            @RequestParam(name = WaysBack.FIELD, defaultValue = "") String from,
            Locale language,
            RedirectAttributes flash) {
        return after(desk.release(id), "inbox.released", ways.of(from).address(), number, language, flash);
    }

    /** Answers in plain words for the status line; 409 when the task is somebody else's by now, so that the page says so. */
    @PostMapping("/tasks/{id}/draft")
    ModelAndView draft(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, HttpServletResponse answer) {
        if (!desk.saveDraft(id, FormParameters.of(typed))) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        answer.setHeader(KeptController.SAVED, clock.instant().toString());
        return new ModelAndView("inbox/draft", Map.of("savedAt", clock.instant(), "now", clock.instant()));
    }

    @PostMapping("/tasks/{id}/completion")
    ModelAndView complete(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            Locale language,
            Model model,
            RedirectAttributes flash) {
        Map<String, List<String>> typed = FormParameters.of(parameters);
        WayBack back = ways.of(parameters.getFirst(WaysBack.FIELD));
        model.addAttribute("back", back);
        Completion completion = desk.complete(id, typed);
        if (completion instanceof Completion.Invalid invalid) {
            return again(id, invalid.submission().typed(), typed, invalid.problems(), language, model);
        }
        if (completion instanceof Completion.Rearranged rearranged) {
            return again(id, rearranged.submission().typed(), typed, List.of(), language, model);
        }
        if (completion instanceof Completion.Done) {
            return after(completion, "inbox.completed", back.address(), "", language, flash);
        }
        return tooLate(completion, parameters, typed, language, model);
    }

    /** The page comes back with what was typed, and what is wrong with it. */
    private ModelAndView again(
            String id,
            Map<String, List<String>> fields,
            Map<String, List<String>> typed,
            List<Problem> problems,
            Locale language,
            Model model) {
        InboxItem item = inbox.find(id).orElseThrow(NotFound::new);
        model.addAttribute("here", "/tasks/" + id);
        show(item, FormParameters.withReason(fields, typed), problems, language, model);
        return new ModelAndView("inbox/task", problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Somebody else has it, or had it: says who, and shows what was typed, so that nothing is lost. */
    private ModelAndView tooLate(
            Completion completion,
            MultiValueMap<String, String> parameters,
            Map<String, List<String>> typed,
            Locale language,
            Model model) {
        String who = who(completion);
        model.addAttribute("already", false);
        model.addAttribute("held", completion instanceof Completion.HeldBy);
        model.addAttribute("away", completion instanceof Completion.Away);
        model.addAttribute("proposed", completion instanceof Completion.Proposed);
        model.addAttribute("undone", completion instanceof Completion.Newer);
        model.addAttribute("who", who == null ? null : people.name(who).in(language));
        model.addAttribute("number", parameters.getFirst("_number"));
        String key = parameters.getFirst("_form");
        if (key != null && forms.knows(key)) {
            model.addAttribute("form", view(forms.form(key), "", typed, List.of(), language));
        }
        return new ModelAndView("inbox/too-late", HttpStatus.CONFLICT);
    }

    private void show(
            InboxItem item, Map<String, List<String>> typed, List<Problem> problems, Locale language, Model model) {
        model.addAttribute("task", pages.page(item, typed, problems, language));
        asked.orderedStream()
                .flatMap(room -> room.of(item).stream())
                .findFirst()
                .ifPresent(words -> {
                    model.addAttribute("asked", words);
                    model.addAttribute("askedBy", people.name(words.by()).in(language));
                });
        questions.ifAvailable(room -> model.addAttribute("questions", room.of(item, language)));
        sentBack.show(item, language, model);
        model.addAttribute("left", left.of(item, language));
        model.addAttribute("given", given.given(item, language));
        model.addAttribute("mayAssign", push.allowed(item));
        model.addAttribute("raised", item.raised() ? given.raised(item, language) : null);
        model.addAttribute(
                "raiseReasons",
                Arrays.stream(Push.Reason.values()).map(Push.Reason::key).toList());
        model.addAttribute("mayTakeOver", desk.mayTakeOver(item));
        model.addAttribute("proposedByMe", fourEyes.keepsMeOut(item));
        model.addAttribute("formKey", item.form());
        // The answer's own number: sent twice, it is done once.
        model.addAttribute("entry", UUID.randomUUID());
        model.addAttribute("form", view(forms.form(item.form()), item.center(), typed, problems, language));
    }

    private FormView view(
            Form form, String center, Map<String, List<String>> typed, List<Problem> problems, Locale language) {
        return FormView.of(form, FormParameters.fieldsOnly(typed), problems, language, lookups.at(center));
    }

    private static @Nullable String who(Completion completion) {
        if (completion instanceof Completion.HeldBy held) {
            return held.account();
        }
        return completion instanceof Completion.Gone gone ? gone.completedBy() : null;
    }

    private ModelAndView after(
            Completion outcome, String done, String path, String number, Locale language, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice(outcome, done, number, language));
        return new ModelAndView("redirect:" + path);
    }

    private Notice notice(Completion outcome, String done, String number, Locale language) {
        if (outcome instanceof Completion.Done it) {
            return Notice.done(done, it.number().value());
        }
        if (outcome instanceof Completion.Unclaimed) {
            return Notice.caution("inbox.unclaimed");
        }
        if (outcome instanceof Completion.Proposed) {
            return Notice.caution("inbox.proposed");
        }
        if (outcome instanceof Completion.Away) {
            return Notice.caution("inbox.away");
        }
        String who = who(outcome);
        if (who == null) {
            return joined.gone(number);
        }
        String name = people.name(who).in(language);
        return Notice.caution(outcome instanceof Completion.HeldBy ? "inbox.held" : "inbox.gone.completed", name);
    }
}
