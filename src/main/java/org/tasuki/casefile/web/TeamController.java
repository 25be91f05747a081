package org.tasuki.casefile.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.CaseTeam;
import org.tasuki.casefile.Exclusions;
import org.tasuki.casefile.Refusal;
import org.tasuki.casefile.Restrictions;
import org.tasuki.casefile.TeamRight;
import org.tasuki.people.Acting;
import org.tasuki.web.Notice;

/** Changes who sees a case: its team, its officer, exclusions, and the list of a restricted case. */
@Controller
class TeamController {

    private final CaseDoor door;
    private final CasePages pages;
    private final TeamTab tab;
    private final CaseTeam team;
    private final Exclusions exclusions;
    private final Restrictions restrictions;
    private final TeamRight right;
    private final Acting acting;

    TeamController(
            CaseDoor door,
            CasePages pages,
            TeamTab tab,
            CaseTeam team,
            Exclusions exclusions,
            Restrictions restrictions,
            TeamRight right,
            Acting acting) {
        this.door = door;
        this.pages = pages;
        this.tab = tab;
        this.team = team;
        this.exclusions = exclusions;
        this.restrictions = restrictions;
        this.right = right;
        this.acting = acting;
    }

    @PostMapping("/cases/{number}/team")
    ModelAndView add(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String person,
            Locale language,
            RedirectAttributes flash) {
        var entry = TeamEntry.of("team", person, "", Set.of());
        return attempt(
                number,
                entry,
                right::toChangeTeam,
                file -> team.add(file, person),
                "casefile.team.added",
                language,
                flash);
    }

    @PostMapping("/cases/{number}/team/leaving")
    ModelAndView remove(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String person,
            Locale language,
            RedirectAttributes flash) {
        var entry = TeamEntry.of("team", person, "", Set.of());
        return attempt(
                number,
                entry,
                right::toChangeTeam,
                file -> team.remove(file, person),
                "casefile.team.removed",
                language,
                flash);
    }

    @PostMapping("/cases/{number}/officer")
    ModelAndView changeOfficer(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String person,
            Locale language,
            RedirectAttributes flash) {
        var entry = TeamEntry.of("officer", person, "", Set.of());
        return attempt(
                number,
                entry,
                right::toChangeTeam,
                file -> team.changeOfficer(file, person),
                "casefile.team.officer.changed",
                language,
                flash);
    }

    /** Whoever excludes themselves has no case to come back to. */
    @PostMapping("/cases/{number}/exclusions")
    ModelAndView exclude(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String reason,
            Locale language,
            RedirectAttributes flash) {
        var entry = TeamEntry.of("exclusion", person, reason, Set.of());
        ModelAndView answer = attempt(
                number,
                entry,
                file -> right.toExclude(file, person),
                file -> exclusions.exclude(file, person, reason),
                "casefile.exclusion.done",
                language,
                flash);
        boolean myself = acting.current().account().equals(person) && answer.getStatus() == null;
        return myself ? new ModelAndView("redirect:/inbox") : answer;
    }

    @PostMapping("/cases/{number}/exclusions/lifting")
    ModelAndView liftExclusion(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String person,
            Locale language,
            RedirectAttributes flash) {
        var entry = TeamEntry.of("exclusion", "", "", Set.of());
        return attempt(
                number,
                entry,
                file -> right.toLiftExclusion(file, person),
                file -> exclusions.lift(file, person),
                "casefile.exclusion.lifted",
                language,
                flash);
    }

    @PostMapping("/cases/{number}/restriction")
    ModelAndView restrict(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable List<String> readers,
            Locale language,
            RedirectAttributes flash) {
        Set<String> list = readers == null ? Set.of() : Set.copyOf(readers);
        var entry = TeamEntry.of("restriction", "", reason, list);
        return attempt(
                number,
                entry,
                right::toRestrict,
                file -> restrictions.restrict(file, reason, list),
                "casefile.restriction.done",
                language,
                flash);
    }

    @PostMapping("/cases/{number}/restriction/lifting")
    ModelAndView liftRestriction(@PathVariable String number, Locale language, RedirectAttributes flash) {
        var entry = TeamEntry.of("lifting", "", "", Set.of());
        return attempt(
                number,
                entry,
                right::toLiftRestriction,
                restrictions::lift,
                "casefile.restriction.lifted",
                language,
                flash);
    }

    private ModelAndView attempt(
            String number,
            TeamEntry entry,
            Predicate<CaseFile> may,
            Consumer<CaseFile> deed,
            String done,
            Locale language,
            RedirectAttributes flash) {
        CaseFile file = door.enterToDecide(number, may);
        try {
            deed.accept(file);
        } catch (Refusal refusal) {
            Map<String, Object> page = pages.page(file, "team", null, language);
            tab.fill(page, file, entry.refused(refusal), language);
            return new ModelAndView("casefile/case", page, HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("here", "/cases/" + file.number() + "/team");
        }
        flash.addFlashAttribute("notice", Notice.done(done));
        return new ModelAndView("redirect:/cases/" + file.number() + "/team");
    }
}
