package org.tasuki.inbox.web;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.forms.FormView;
import org.tasuki.forms.Forms;
import org.tasuki.forms.Problem;
import org.tasuki.forms.Submission;
import org.tasuki.inbox.Completion;
import org.tasuki.inbox.NewConsultations;
import org.tasuki.inbox.OfficeLookups;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.terms.CaseNumber;
import org.tasuki.terms.Japan;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** The page on which a call is taken: the intake sheet, in any order, saved from the first key. */
@Controller
class ConsultationController {

    private static final String SHEET = "intake-sheet";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private final NewConsultations consultations;
    private final LikelyDuplicates duplicates;
    private final Forms forms;
    private final OfficeLookups lookups;
    private final Acting acting;
    private final Clock clock;

    ConsultationController(
            NewConsultations consultations,
            LikelyDuplicates duplicates,
            Forms forms,
            OfficeLookups lookups,
            Acting acting,
            Clock clock) {
        this.consultations = consultations;
        this.duplicates = duplicates;
        this.forms = forms;
        this.lookups = lookups;
        this.acting = acting;
        this.clock = clock;
    }

    @GetMapping("/consultations/new")
    String fresh(Locale language, Model model) {
        onlyAtACenter();
        show(UUID.randomUUID(), begun(), List.of(), language, model);
        return "intake/new-consultation";
    }

    /** The telephone rang just now, and whoever opens the page listens. */
    private Map<String, List<String>> begun() {
        Map<String, List<String>> begun = new LinkedHashMap<>(forms.form(SHEET).defaults());
        begun.put("receivedAt", List.of(MINUTE.format(clock.instant().atZone(Japan.ZONE))));
        begun.put("receivedBy", List.of(acting.current().account()));
        return begun;
    }

    @PostMapping("/consultations/drafts/{token}")
    ResponseEntity<ModelAndView> draft(@PathVariable UUID token, @RequestParam MultiValueMap<String, String> typed) {
        onlyAtACenter();
        Map<String, List<String>> fields = FormParameters.of(typed);
        return consultations.saveDraft(token, fields)
                ? ResponseEntity.ok(
                        new ModelAndView("intake/draft", Map.of("savedAt", clock.instant(), "now", clock.instant())))
                : ResponseEntity.status(HttpStatus.CONFLICT).build();
    }

    /** Posted, not asked for: what is typed here is a child's name, and an address must not carry it. */
    @PostMapping("/consultations/duplicates")
    String duplicates(@RequestParam MultiValueMap<String, String> typed, Locale language, Model model) {
        onlyAtACenter();
        model.addAttribute("duplicates", duplicates.like(FormParameters.of(typed), language));
        model.addAttribute("now", clock.instant());
        return "intake/duplicates";
    }

    @PostMapping("/consultations")
    ModelAndView register(
            @RequestParam(name = "_draft") UUID token,
            @RequestParam(name = "_joins", required = false) @Nullable String joins,
            @RequestParam MultiValueMap<String, String> parameters,
            Locale language,
            Model model,
            RedirectAttributes flash) {
        onlyAtACenter();
        Map<String, List<String>> typed = FormParameters.of(parameters);
        Completion completion = joins != null && CaseNumber.looksLike(joins)
                ? consultations.registerAs(token, new CaseNumber(joins), typed)
                : consultations.register(token, typed);
        if (completion instanceof Completion.Invalid invalid) {
            return again(token, invalid.submission(), invalid.problems(), language, model);
        }
        if (completion instanceof Completion.Rearranged rearranged) {
            return again(token, rearranged.submission(), List.of(), language, model);
        }
        CaseNumber number = completion instanceof Completion.Done done
                ? done.number()
                : consultations.find(token).orElseThrow(NotFound::new).number();
        flash.addFlashAttribute("notice", Notice.done("intake.registered", number.value()));
        return new ModelAndView("redirect:/cases/" + number);
    }

    private ModelAndView again(
            UUID token, Submission submission, List<Problem> problems, Locale language, Model model) {
        show(token, submission.typed(), problems, language, model);
        model.addAttribute("here", "/consultations/new");
        return new ModelAndView(
                "intake/new-consultation", problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private void show(
            UUID token, Map<String, List<String>> typed, List<Problem> problems, Locale language, Model model) {
        String center = String.valueOf(acting.current().center());
        model.addAttribute("form", FormView.of(forms.form(SHEET), typed, problems, language, lookups.at(center)));
        model.addAttribute("draft", token);
        model.addAttribute("now", clock.instant());
        model.addAttribute("problems", problems.size());
        model.addAttribute("duplicates", typed.isEmpty() ? null : duplicates.like(typed, language));
    }

    private void onlyAtACenter() {
        Actor me = acting.current();
        if (!me.worksOnCases() || me.center() == null) {
            throw new NotFound();
        }
    }
}
