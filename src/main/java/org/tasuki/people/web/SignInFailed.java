package org.tasuki.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import org.tasuki.people.SignInAct;

/** One answer for an unknown account, a wrong password and a closed account; another when the database is away. */
@Component
final class SignInFailed implements AuthenticationFailureHandler {

    private final SignInPace pace;
    private final ApplicationEventPublisher trail;

    SignInFailed(SignInPace pace, ApplicationEventPublisher trail) {
        this.pace = pace;
        this.trail = trail;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        if (why instanceof AuthenticationServiceException) {
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
        } else {
            count(request);
            response.sendRedirect(request.getContextPath() + "/sign-in?failed");
        }
    }

    /** The trail hears of each wait once, however often somebody knocks meanwhile. */
    void count(HttpServletRequest request) {
        SignInPace.Try one = SignInGate.tryOf(request);
        pace.failed(one);
        Duration wait = pace.wait(one);
        if (!wait.isZero()) {
            trail.publishEvent(SignInAct.SIGN_IN_SLOWED.at(
                    SignInGate.typed(request), Map.of("seconds", String.valueOf(wait.toSeconds()))));
        }
    }
}
