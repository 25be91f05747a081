package org.tasuki.staffing.web;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import org.tasuki.people.Accounts;
import org.tasuki.people.Acting;
import org.tasuki.people.SignedIn;
import org.tasuki.staffing.AssignmentRules;
import org.tasuki.staffing.StaffProfile;
import org.tasuki.staffing.StaffProfiles;
import org.tasuki.terms.Text;
import org.tasuki.terms.Typing;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** What a person of the center brings along, as its administrator keeps it. */
@Controller
class ProfileController {

    private static final Set<String> SEXES = Set.of("female", "male");

    private final Accounts accounts;
    private final StaffProfiles profiles;
    private final AssignmentRules rules;
    private final Acting acting;

    ProfileController(Accounts accounts, StaffProfiles profiles, AssignmentRules rules, Acting acting) {
        this.accounts = accounts;
        this.profiles = profiles;
        this.rules = rules;
        this.acting = acting;
    }

    record Option(String key, String label, boolean chosen) {}

    /** As it was typed; {@code problem} is of the hours, which alone can be mistyped. */
    record Shown(String hours, String sex, List<Option> languages, List<Option> skills, boolean problem) {}

    @GetMapping("/accounts/{id}/profile")
    String profile(@PathVariable String id, Locale language, Model model) {
        StaffProfile known = profiles.of(theirs(id).getUsername());
        show(
                id,
                new Shown(
                        String.valueOf(known.hours()),
                        Objects.requireNonNullElse(known.sex(), ""),
                        options(rules.languages(), known.languages(), language),
                        options(rules.skills(), known.skills(), language),
                        false),
                language,
                model);
        return "staffing/profile";
    }

    @PostMapping("/accounts/{id}/profile")
    ModelAndView keep(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            Locale language,
            Model model,
            RedirectAttributes flash) {
        SignedIn person = theirs(id);
        String hours = Typing.narrow(Objects.requireNonNullElse(typed.getFirst("hours"), ""));
        String sex = Objects.requireNonNullElse(typed.getFirst("sex"), "");
        Set<String> languages = among(rules.languages(), typed.get("languages"));
        Set<String> skills = among(rules.skills(), typed.get("skills"));
        if (!hours.matches("[1-9]\\d|100")) {
            show(
                    id,
                    new Shown(
                            Typing.visible(hours.substring(0, Math.min(20, hours.length()))),
                            sex,
                            options(rules.languages(), languages, language),
                            options(rules.skills(), skills, language),
                            true),
                    language,
                    model);
            model.addAttribute("here", "/accounts/" + id + "/profile");
            return new ModelAndView("staffing/profile", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        profiles.keep(
                person, new StaffProfile(Integer.parseInt(hours), SEXES.contains(sex) ? sex : null, languages, skills));
        flash.addFlashAttribute("notice", Notice.done("staffing.profile.kept"));
        return new ModelAndView("redirect:/accounts/{id}");
    }

    private void show(String id, Shown shown, Locale language, Model model) {
        model.addAttribute("account", id);
        model.addAttribute("name", theirs(id).nameIn(language));
        model.addAttribute("profile", shown);
    }

    /** Of the administrator's center, not of an agency. */
    private SignedIn theirs(String id) {
        String center = acting.current().center();
        return accounts.find(id)
                .filter(person -> center != null && center.equals(person.actor().center()))
                .orElseThrow(NotFound::new);
    }

    private static Set<String> among(Map<String, Text> known, @Nullable List<String> typed) {
        Set<String> chosen = new HashSet<>(Objects.requireNonNullElse(typed, List.of()));
        chosen.retainAll(known.keySet());
        return chosen;
    }

    private static List<Option> options(Map<String, Text> known, Set<String> chosen, Locale language) {
        return known.entrySet().stream()
                .map(one -> new Option(one.getKey(), one.getValue().in(language), chosen.contains(one.getKey())))
                .toList();
    }
}
