package org.tasuki.inbox.web;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.casefile.OfficeLookups;
import org.tasuki.casefile.Refusal;
import org.tasuki.forms.FormView;
import org.tasuki.forms.Forms;
import org.tasuki.forms.Problem;
import org.tasuki.forms.Submission;
import org.tasuki.inbox.Completion;
import org.tasuki.inbox.NewConsultations;
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
    /** What the page itself puts into the empty sheet. */
    private static final Set<String> GIVEN = Set.of("receivedAt", "receivedBy");

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

    /** The same sheet again, after a reload or in the other language; once registered, its case. */
    @GetMapping("/consultations/{token}")
    String again(@PathVariable UUID token, Locale language, Model model) {
        onlyAtACenter();
        Optional<CaseNumber> number = consultations.find(token).map(NewConsultations.Begun::number);
        Optional<Map<String, List<String>>> draft = consultations.draft(token);
        if (number.isPresent() && draft.isEmpty()) {
            return "redirect:/cases/" + number.get();
        }
        show(token, draft.orElseGet(this::begun), List.of(), language, model);
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
    ModelAndView draft(@PathVariable UUID token, @RequestParam MultiValueMap<String, String> typed) {
        onlyAtACenter();
        try {
            if (!consultations.saveDraft(token, FormParameters.of(typed))) {
                throw new ResponseStatusException(HttpStatus.CONFLICT);
            }
        } catch (Refusal standstill) {
            // The page is the only copy, and tries again.
            throw new ResponseStatusException(HttpStatus.LOCKED, null, standstill);
        }
        return new ModelAndView(
                "intake/draft",
                Map.of(
                        "savedAt", clock.instant(),
                        "now", clock.instant(),
                        "number",
                                consultations.find(token).orElseThrow().number().value()));
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
        if (consultations.find(token).isEmpty() && !saysAnything(typed)) {
            Submission empty = forms.form(SHEET).submit(FormParameters.fieldsOnly(typed), lookups.at(center()));
            return again(token, empty, empty.problems(), language, model);
        }
        Completion completion = registered(token, joins, typed);
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

    /** Where work stands still no case begins: the page comes again with what was typed. */
    private Completion registered(UUID token, @Nullable String joins, Map<String, List<String>> typed) {
        try {
            return joins != null && CaseNumber.looksLike(joins)
                    ? consultations.registerAs(token, new CaseNumber(joins), typed)
                    : consultations.register(token, typed);
        } catch (Refusal standstill) {
            Submission kept = forms.form(SHEET).submit(FormParameters.fieldsOnly(typed), lookups.at(center()));
            return new Completion.Invalid(kept, List.of(Problem.at("", standstill.messageKey())));
        }
    }

    /** A button pressed on an untouched page opens no case. */
    private boolean saysAnything(Map<String, List<String>> typed) {
        Map<String, List<String>> begun = begun();
        return FormParameters.fieldsOnly(typed).entrySet().stream()
                .filter(field -> !GIVEN.contains(field.getKey()))
                .filter(field -> !field.getValue().equals(begun.get(field.getKey())))
                .anyMatch(field -> field.getValue().stream().anyMatch(value -> !value.isBlank()));
    }

    private ModelAndView again(
            UUID token, Submission submission, List<Problem> problems, Locale language, Model model) {
        show(token, submission.typed(), problems, language, model);
        model.addAttribute("here", "/consultations/" + token);
        return new ModelAndView(
                "intake/new-consultation", problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private void show(
            UUID token, Map<String, List<String>> typed, List<Problem> problems, Locale language, Model model) {
        model.addAttribute("form", FormView.of(forms.form(SHEET), typed, problems, language, lookups.at(center())));
        model.addAttribute(
                "number",
                consultations.find(token).map(begun -> begun.number().value()).orElse(null));
        model.addAttribute("draft", token);
        model.addAttribute("now", clock.instant());
        model.addAttribute("problems", problems.size());
        model.addAttribute("duplicates", typed.isEmpty() ? null : duplicates.like(typed, language));
    }

    private String center() {
        return String.valueOf(acting.current().center());
    }

    private void onlyAtACenter() {
        Actor me = acting.current();
        if (!me.worksOnCases() || me.center() == null) {
            throw new NotFound();
        }
    }
}
