package org.tasuki.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.tasuki.people.Acting;
import org.tasuki.people.factors.SecondFactors;
import org.tasuki.people.web.StepUp.Asked;
import org.tasuki.people.web.StepUp.Carried;
import org.tasuki.web.LocalPath;

/** "Is it still you?" {@link StepUp} asks in the place of an act; a page that is opened by its address is answered for here. */
@Controller
class AgainController {

    private final Reproof reproof;
    private final SecondFactors factors;
    private final Acting acting;

    AgainController(Reproof reproof, SecondFactors factors, Acting acting) {
        this.reproof = reproof;
        this.factors = factors;
        this.acting = acting;
    }

    @GetMapping(StepUp.PAGE)
    ModelAndView page(
            @RequestAttribute(name = StepUp.ASKED, required = false) @Nullable Asked asked,
            Authentication session,
            HttpServletRequest request,
            Model model) {
        return asked == null ? new ModelAndView("redirect:/") : shown(asked, session, request, model);
    }

    @PostMapping(StepUp.PAGE)
    ModelAndView answered(
            @RequestAttribute(name = StepUp.ASKED, required = false) @Nullable Asked asked,
            @RequestParam(name = StepUp.TO, defaultValue = "/") String to,
            Authentication session,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (asked != null) {
            return shown(asked, session, request, model);
        }
        Reproof.Answer answer = reproof.of(request, response);
        return answer.proven()
                ? new ModelAndView(onTo(to))
                : shown(
                        new Asked(StepUp.PAGE, List.of(new Carried(StepUp.TO, to)), answer.problem()),
                        session,
                        request,
                        model);
    }

    private static RedirectView onTo(String to) {
        RedirectView page = new RedirectView(LocalPath.orHome(to), true);
        page.setExpandUriTemplateVariables(false);
        return page;
    }

    private ModelAndView shown(Asked asked, Authentication session, HttpServletRequest request, Model model) {
        reproof.ask(session, request, model);
        model.addAttribute("asked", asked);
        model.addAttribute("withCode", factors.of(acting.current().account()).any());
        return new ModelAndView("people/again", HttpStatus.FORBIDDEN);
    }
}
