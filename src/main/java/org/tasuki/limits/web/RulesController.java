package org.tasuki.limits.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.deadlines.DeadlineRule;
import org.tasuki.limits.Planned;
import org.tasuki.limits.RuleMoves;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** Rules of time limits that have a newer version, and the running deadlines that may move to it. */
@Controller
class RulesController {

    private static final String PATH = "/administration/deadline-rules";

    private final RuleMoves moves;
    private final CalendarPages pages;

    RulesController(RuleMoves moves, CalendarPages pages) {
        this.moves = moves;
        this.pages = pages;
    }

    /** @param running how many deadlines run under an older version */
    record Line(String id, String label, String limit, LocalDate from, int running) {}

    @GetMapping(PATH)
    String list(Locale language, Model model) {
        List<Line> lines =
                moves.renewed().stream().map(rule -> line(rule, language)).toList();
        model.addAttribute("lines", lines);
        return "limits/rules";
    }

    @GetMapping(PATH + "/{rule}")
    String one(@PathVariable String rule, Locale language, Model model) {
        DeadlineRule newest = moves.find(rule).orElseThrow(NotFound::new);
        plan(newest, moves.plan(newest), language, model);
        return "limits/rule-plan";
    }

    @PostMapping(PATH + "/{rule}")
    ModelAndView confirm(
            @PathVariable String rule,
            @RequestParam(defaultValue = "") String mark,
            Locale language,
            Model model,
            RedirectAttributes flash) {
        DeadlineRule newest = moves.find(rule).orElseThrow(NotFound::new);
        Optional<Planned> asked = moves.confirm(newest, mark);
        if (asked.isEmpty()) {
            model.addAttribute("notice", Notice.caution("limits.changedMeanwhile"));
            plan(newest, moves.plan(newest), language, model);
            return new ModelAndView("limits/rule-plan", model.asMap(), HttpStatus.CONFLICT);
        }
        flash.addFlashAttribute(
                "notice",
                Notice.done(
                        "limits.rules.asked",
                        newest.label().in(language),
                        String.valueOf(asked.get().moves().size())));
        return new ModelAndView("redirect:" + PATH);
    }

    private Line line(DeadlineRule rule, Locale language) {
        return new Line(
                rule.id(),
                rule.label().in(language),
                rule.limit().text().in(language),
                rule.effectiveFrom(),
                moves.plan(rule).moves().size());
    }

    private void plan(DeadlineRule rule, Planned plan, Locale language, Model model) {
        model.addAttribute("rule", line(rule, language));
        pages.moves(plan, language, model);
        model.addAttribute("here", PATH + "/" + rule.id());
    }
}
