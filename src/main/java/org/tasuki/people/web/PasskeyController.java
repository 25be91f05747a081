package org.tasuki.people.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.people.Accounts;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.SignInAct;
import org.tasuki.people.SignedIn;
import org.tasuki.people.factors.Passkeys;
import org.tasuki.people.factors.SecondFactors;
import org.tasuki.web.Notice;

/** Signing in with a passkey, and one's own passkeys. The question stands in the page, the answer comes with its form. */
@Controller
class PasskeyController {

    private static final String BACK = "redirect:/account/factors";
    private static final String OFFER = "tasuki.passkey.offer";
    private static final String CHALLENGE = "tasuki.passkey.challenge";
    private static final String CSRF = HttpSessionCsrfTokenRepository.class.getName() + ".CSRF_TOKEN";
    private static final int LONGEST_LABEL = 40;

    private final Passkeys passkeys;
    private final SecondFactors factors;
    private final SecondStep second;
    private final Accounts accounts;
    private final Acting acting;
    private final Proving proving;
    private final Arrival arrival;
    private final OwnSessions sessions;
    private final ApplicationEventPublisher trail;
    private final Clock clock;

    PasskeyController(
            Passkeys passkeys,
            SecondFactors factors,
            SecondStep second,
            Accounts accounts,
            Acting acting,
            Proving proving,
            Arrival arrival,
            OwnSessions sessions,
            ApplicationEventPublisher trail,
            Clock clock) {
        this.passkeys = passkeys;
        this.factors = factors;
        this.second = second;
        this.accounts = accounts;
        this.acting = acting;
        this.proving = proving;
        this.arrival = arrival;
        this.sessions = sessions;
        this.trail = trail;
        this.clock = clock;
    }

    /** Puts a challenge into a page on which somebody may sign in. */
    static void ask(Passkeys passkeys, HttpServletRequest request, Model model) {
        if (passkeys.areFor(request.getServerName())) {
            PublicKeyCredentialRequestOptions challenge = passkeys.challenge();
            request.getSession().setAttribute(CHALLENGE, challenge);
            model.addAttribute("passkeyOptions", passkeys.text(challenge));
        }
    }

    @PostMapping("/sign-in/passkey")
    void signIn(
            @RequestParam(defaultValue = "") String credential,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        Optional<SignedIn> person = taken(request.getSession(), CHALLENGE, PublicKeyCredentialRequestOptions.class)
                .flatMap(challenge -> acting.as(Actor.SYSTEM, () -> passkeys.owner(challenge, credential)))
                .flatMap(accounts::find)
                .filter(SignedIn::isEnabled);
        if (person.isEmpty()) {
            trail.publishEvent(SignInAct.SIGN_IN_FAILED.with(Map.of("why", "passkey")));
            response.sendRedirect(request.getContextPath() + "/sign-in?passkey");
            return;
        }
        Authentication proven = Factors.proven(
                UsernamePasswordAuthenticationToken.authenticated(
                        person.get(), null, List.copyOf(person.get().getAuthorities())),
                Factors.PASSKEY,
                clock.instant());
        request.getSession().removeAttribute(CSRF);
        proving.keep(proven, request, response);
        arrival.begin(request, response, proven);
        arrival.goOn(request, response, proven);
    }

    @PostMapping("/account/factors/passkeys/new")
    String offer(Authentication me, HttpServletRequest request, Model model) {
        if (!passkeys.areFor(request.getServerName())) {
            return BACK;
        }
        PublicKeyCredentialCreationOptions offer = passkeys.offer(me);
        request.getSession().setAttribute(OFFER, offer);
        model.addAttribute("passkeyOptions", passkeys.text(offer));
        boolean enrolling = second.wayOf(me).isPresent();
        model.addAttribute("enrolling", enrolling);
        if (enrolling) {
            model.addAttribute("visitor", null);
        }
        return "people/passkey";
    }

    @PostMapping("/account/factors/passkeys")
    String add(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String label,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        String named = label.isBlank() ? "passkey" : label.strip().replaceAll("\\p{Cntrl}", " ");
        boolean added = taken(request.getSession(), OFFER, PublicKeyCredentialCreationOptions.class)
                .filter(offer ->
                        passkeys.add(offer, credential, named.substring(0, Math.min(LONGEST_LABEL, named.length()))))
                .isPresent();
        if (added) {
            sessions.endOthers(acting.current().account(), request);
            proving.keep(Factors.PASSKEY, request, response);
        }
        flash.addFlashAttribute(
                "notice", added ? Notice.done("people.passkeys.added") : Notice.caution("people.passkeys.refused"));
        return BACK;
    }

    @PostMapping("/account/factors/passkeys/{id}/removal")
    String remove(@PathVariable String id, RedirectAttributes flash) {
        Actor me = acting.current();
        if (second.isRequiredOf(me.roles()) && factors.of(me.account()).only()) {
            flash.addFlashAttribute("notice", Notice.caution("people.factors.required"));
        } else {
            factors.removePasskey(me.account(), id);
            flash.addFlashAttribute("notice", Notice.done("people.passkeys.removed"));
        }
        return BACK;
    }

    /** Good for one answer. */
    static <T> Optional<T> taken(HttpSession session, String name, Class<T> type) {
        @Nullable Object asked = session.getAttribute(name);
        session.removeAttribute(name);
        return Optional.ofNullable(asked).filter(type::isInstance).map(type::cast);
    }
}
