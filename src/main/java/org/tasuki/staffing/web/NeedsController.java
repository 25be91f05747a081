package org.tasuki.staffing.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.CaseNeeds;
import org.tasuki.casefile.web.CaseDoor;
import org.tasuki.people.Acting;
import org.tasuki.staffing.AssignmentRules;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** What the child or the family asks of whoever works with them; whoever works on the case may note it. */
@Controller
class NeedsController {

    private static final Set<String> SEXES = Set.of("female", "male");

    private final CaseDoor door;
    private final CaseNeeds needs;
    private final AssignmentRules rules;
    private final Acting acting;

    NeedsController(CaseDoor door, CaseNeeds needs, AssignmentRules rules, Acting acting) {
        this.door = door;
        this.needs = needs;
        this.rules = rules;
        this.acting = acting;
    }

    record Option(String key, String label) {}

    @GetMapping("/cases/{number}/needs")
    String show(@PathVariable String number, Locale language, Model model) {
        CaseFile file = enter(number);
        CaseNeeds.Needs known = needs.of(file.number());
        model.addAttribute("number", file.number().value());
        model.addAttribute("language", Objects.requireNonNullElse(known.language(), ""));
        model.addAttribute("sex", Objects.requireNonNullElse(known.officerSex(), ""));
        model.addAttribute("languages", languages(language));
        return "staffing/needs";
    }

    @PostMapping("/cases/{number}/needs")
    String note(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String sex,
            RedirectAttributes flash) {
        CaseFile file = enter(number);
        needs.note(file, new CaseNeeds.Needs(known(language, rules.languages().keySet()), known(sex, SEXES)));
        flash.addFlashAttribute("notice", Notice.done("staffing.needs.noted"));
        return "redirect:/cases/" + file.number() + "/people";
    }

    private CaseFile enter(String number) {
        CaseFile file = door.enter(number, "people");
        if (!file.center().equals(acting.current().center())
                || !acting.current().worksOnCases()) {
            throw new NotFound();
        }
        return file;
    }

    private static @Nullable String known(String typed, Set<String> keys) {
        return keys.contains(typed) ? typed : null;
    }

    private List<Option> languages(Locale language) {
        return rules.languages().entrySet().stream()
                .map(one -> new Option(one.getKey(), one.getValue().in(language)))
                .toList();
    }
}
