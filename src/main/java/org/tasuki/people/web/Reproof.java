package org.tasuki.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tasuki.people.Acting;
import org.tasuki.people.SignInAct;

/** Reads the answer to "is it still you?": the password, or a code. */
@Component
class Reproof {

    private final Proving proving;
    private final Acting acting;
    private final ApplicationEventPublisher trail;
    private final Clock clock;

    Reproof(Proving proving, Acting acting, ApplicationEventPublisher trail, Clock clock) {
        this.proving = proving;
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
        String code = typed(request, StepUp.CODE);
        String password = typed(request, StepUp.PASSWORD);
        if (code.isBlank() && password.isEmpty()) {
            boolean answered = request.getParameter(StepUp.PASSWORD) != null;
            return new Answer(false, answered ? "people.again.nothing" : null);
        }
        boolean byCode = password.isEmpty();
        String account = acting.current().account();
        return switch (byCode ? proving.code(account, code) : proving.password(account, password)) {
            case PROVEN -> {
                proving.keep(byCode ? Factors.CODE : Factors.PASSWORD, request, response);
                trail.publishEvent(SignInAct.STEPPED_UP.with(Map.of("by", byCode ? "code" : "password")));
                yield new Answer(true, null);
            }
            case WRONG -> {
                trail.publishEvent(SignInAct.STEP_UP_REFUSED.with(Map.of("by", byCode ? "code" : "password")));
                yield new Answer(false, byCode ? "people.code.wrong" : "people.again.wrong");
            }
            case TOO_SOON -> new Answer(false, "people.proof.tooSoon");
        };
    }

    private static String typed(HttpServletRequest request, String field) {
        return Objects.requireNonNullElse(request.getParameter(field), "");
    }
}
