package org.tasuki.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tasuki.people.Acting;
import org.tasuki.people.SignInAct;
import org.tasuki.people.factors.Passkeys;
import org.tasuki.people.factors.SecondFactors;

/** Reads the answer to "is it still you?": the password, a code, or a passkey. */
@Component
class Reproof {

    /** Good for one answer, and not for signing in. */
    private static final String CHALLENGE = "tasuki.passkey.again";

    private enum Way {
        PASSWORD(Factors.PASSWORD, "people.again.wrong"),
        CODE(Factors.CODE, "people.code.wrong"),
        PASSKEY(Factors.PASSKEY, "people.again.passkey.wrong");

        private final String factor;
        private final String problem;

        Way(String factor, String problem) {
            this.factor = factor;
            this.problem = problem;
        }
    }

    private final Proving proving;
    private final Passkeys passkeys;
    private final SecondFactors factors;
    private final Acting acting;
    private final ApplicationEventPublisher trail;
    private final Clock clock;

    Reproof(
            Proving proving,
            Passkeys passkeys,
            SecondFactors factors,
            Acting acting,
            ApplicationEventPublisher trail,
            Clock clock) {
        this.proving = proving;
        this.passkeys = passkeys;
        this.factors = factors;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param problem the message that says what was wrong; null as well when nothing was answered yet */
    record Answer(boolean proven, @Nullable String problem) {}

    Instant now() {
        return clock.instant();
    }

    /** Keeps a good answer with the session. */
    Answer of(HttpServletRequest request, HttpServletResponse response) {
        String account = acting.current().account();
        String passkey = typed(request, StepUp.PASSKEY);
        String password = typed(request, StepUp.PASSWORD);
        String code = typed(request, StepUp.CODE);
        if (!passkey.isBlank()) {
            return kept(Way.PASSKEY, ofPasskey(account, passkey, request), request, response);
        }
        if (!password.isEmpty()) {
            return kept(Way.PASSWORD, proving.password(account, password), request, response);
        }
        if (!code.isBlank()) {
            return kept(Way.CODE, proving.code(account, code), request, response);
        }
        boolean answered = request.getParameter(StepUp.PASSWORD) != null;
        return new Answer(false, answered ? "people.again.nothing" : null);
    }

    /** The browser's question to the person's own passkeys, where they have one that is for this address. */
    void ask(Authentication session, HttpServletRequest request, Model model) {
        if (passkeys.areFor(request.getServerName())
                && !factors.of(session.getName()).passkeys().isEmpty()) {
            PublicKeyCredentialRequestOptions challenge = passkeys.challenge(session);
            request.getSession().setAttribute(CHALLENGE, challenge);
            model.addAttribute("passkeyOptions", passkeys.text(challenge));
        }
    }

    private Proving.Outcome ofPasskey(String account, String answer, HttpServletRequest request) {
        Optional<PublicKeyCredentialRequestOptions> asked =
                PasskeyController.taken(request.getSession(), CHALLENGE, PublicKeyCredentialRequestOptions.class);
        return proving.paced(account, () -> asked.flatMap(challenge -> passkeys.owner(challenge, answer))
                .filter(account::equals)
                .isPresent());
    }

    private Answer kept(Way way, Proving.Outcome outcome, HttpServletRequest request, HttpServletResponse response) {
        Map<String, String> by = Map.of("by", way.name().toLowerCase(Locale.ROOT));
        return switch (outcome) {
            case PROVEN -> {
                proving.keep(way.factor, request, response);
                trail.publishEvent(SignInAct.STEPPED_UP.with(by));
                yield new Answer(true, null);
            }
            case WRONG -> {
                trail.publishEvent(SignInAct.STEP_UP_REFUSED.with(by));
                yield new Answer(false, way.problem);
            }
            case TOO_SOON -> new Answer(false, "people.proof.tooSoon");
        };
    }

    private static String typed(HttpServletRequest request, String field) {
        return Objects.requireNonNullElse(request.getParameter(field), "");
    }
}
