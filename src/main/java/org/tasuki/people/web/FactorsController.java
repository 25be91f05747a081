package org.tasuki.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.people.Acting;
import org.tasuki.people.SignInAct;
import org.tasuki.people.factors.Passkeys;
import org.tasuki.people.factors.SecondFactors;
import org.tasuki.people.factors.SecondFactors.Held;
import org.tasuki.web.Notice;

/** My second factors: the only pages that open for somebody who must have one and has none. */
@Controller
class FactorsController {

    private static final String BACK = "redirect:/account/factors";

    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final SecondStep second;
    private final Proving proving;
    private final OwnSessions sessions;
    private final Acting acting;
    private final RequestCache wayBack;
    private final ApplicationEventPublisher trail;

    FactorsController(
            SecondFactors factors,
            Passkeys passkeys,
            SecondStep second,
            Proving proving,
            OwnSessions sessions,
            Acting acting,
            RequestCache wayBack,
            ApplicationEventPublisher trail) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.second = second;
        this.proving = proving;
        this.sessions = sessions;
        this.acting = acting;
        this.wayBack = wayBack;
        this.trail = trail;
    }

    @GetMapping("/account/factors")
    String all(Authentication session, HttpServletRequest request, Model model) {
        model.addAttribute("withPasskeys", passkeys.areFor(request.getServerName()));
        Held held = factors.of(me());
        model.addAttribute("held", held);
        model.addAttribute("some", held.any());
        model.addAttribute("only", held.only());
        model.addAttribute("required", second.isRequiredOf(acting.current().roles()));
        return shown("people/factors", session, model);
    }

    @PostMapping("/account/factors/app")
    String begin() {
        factors.beginApp(me());
        return "redirect:/account/factors/app";
    }

    @GetMapping("/account/factors/app")
    String app(Authentication session, Model model) {
        return pending(session, model, null) ? "people/app" : BACK;
    }

    @PostMapping("/account/factors/app/confirmation")
    ModelAndView confirm(
            @RequestParam(defaultValue = "") String code,
            Authentication session,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        List<String> codes = new ArrayList<>();
        return switch (proving.paced(
                me(), () -> factors.confirmApp(me(), code).map(codes::addAll).isPresent())) {
            case PROVEN -> {
                sessions.endOthers(me(), request);
                proving.keep(Factors.CODE, request, response);
                yield new ModelAndView(codes(codes, "people.codes.done", request, response, model));
            }
            case WRONG -> {
                trail.publishEvent(SignInAct.CODE_REFUSED.with(Map.of()));
                yield again(session, model, "people.code.wrong", HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case TOO_SOON -> again(session, model, "people.proof.tooSoon", HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    @PostMapping("/account/factors/codes")
    String renewCodes(HttpServletRequest request, HttpServletResponse response, Model model) {
        return factors.has(me())
                ? codes(factors.renewCodes(me()), "people.codes.renewed", request, response, model)
                : BACK;
    }

    @PostMapping("/account/factors/app/removal")
    String remove(RedirectAttributes flash) {
        if (second.isRequiredOf(acting.current().roles()) && factors.of(me()).only()) {
            flash.addFlashAttribute("notice", Notice.caution("people.factors.required"));
        } else {
            factors.removeApp(me());
            flash.addFlashAttribute("notice", Notice.done("people.factors.removed"));
        }
        return BACK;
    }

    private ModelAndView again(Authentication session, Model model, String problem, HttpStatus status) {
        return pending(session, model, problem) ? new ModelAndView("people/app", status) : new ModelAndView(BACK);
    }

    private boolean pending(Authentication session, Model model, @Nullable String problem) {
        factors.pendingApp(me()).ifPresent(secret -> model.addAttribute("secret", secret));
        model.addAttribute("problem", problem);
        shown("people/app", session, model);
        return model.containsAttribute("secret");
    }

    /** Whoever is on the way to another page goes on from here. */
    private String codes(
            List<String> codes, String done, HttpServletRequest request, HttpServletResponse response, Model model) {
        SavedRequest wanted = wayBack.getRequest(request, response);
        model.addAttribute("codes", codes);
        model.addAttribute("done", done);
        model.addAttribute("onwards", wanted == null ? "/" : wanted.getRedirectUrl());
        return "people/recovery-codes";
    }

    /** Without a second factor, where one is required, nothing in the header opens: it stays empty. */
    private String shown(String page, Authentication session, Model model) {
        boolean enrolling = second.wayOf(session).isPresent();
        model.addAttribute("enrolling", enrolling);
        if (enrolling) {
            model.addAttribute("visitor", null);
        }
        return page;
    }

    private String me() {
        return acting.current().account();
    }
}
