package org.tasuki.people.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.tasuki.people.SignInAct;
import org.tasuki.people.factors.Passkeys;

/** The second step: a code, after the password. */
@Controller
class CodeController {

    private static final String PAGE = "people/code";

    private final SecondStep second;
    private final Proving proving;
    private final Passkeys passkeys;
    private final Arrival arrival;
    private final ApplicationEventPublisher trail;

    CodeController(
            SecondStep second, Proving proving, Passkeys passkeys, Arrival arrival, ApplicationEventPublisher trail) {
        this.second = second;
        this.proving = proving;
        this.passkeys = passkeys;
        this.arrival = arrival;
        this.trail = trail;
    }

    @GetMapping(SecondStep.CODE)
    String page(Authentication half, HttpServletRequest request, Model model) {
        return isAsked(half) ? shown(request, model, null) : "redirect:/";
    }

    @PostMapping(SecondStep.CODE)
    @Nullable
    ModelAndView check(
            @RequestParam(defaultValue = "") String code,
            Authentication half,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        if (!isAsked(half)) {
            return new ModelAndView("redirect:/");
        }
        return switch (proving.code(half.getName(), code)) {
            case PROVEN -> {
                arrival.goOn(request, response, proving.keep(Factors.CODE, request, response));
                yield null;
            }
            case WRONG -> {
                trail.publishEvent(SignInAct.CODE_REFUSED.with(Map.of()));
                yield new ModelAndView(shown(request, model, "people.code.wrong"), HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case TOO_SOON ->
                new ModelAndView(shown(request, model, "people.proof.tooSoon"), HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    private boolean isAsked(Authentication half) {
        return second.wayOf(half).filter(SecondStep.CODE::equals).isPresent();
    }

    /** The header stays empty: nothing of it opens yet. */
    private String shown(HttpServletRequest request, Model model, @Nullable String problem) {
        PasskeyController.ask(passkeys, request, model);
        model.addAttribute("visitor", null);
        model.addAttribute("problem", problem);
        return PAGE;
    }
}
