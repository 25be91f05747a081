package org.tasuki.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.tasuki.people.ProviderRefused;
import org.tasuki.people.ProviderRefused.Why;
import org.tasuki.people.SignInAct;

/** Back to the sign-in page, which says why, and where a password still does. */
final class ProviderFailed implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderFailed.class);

    private final SignInPace pace;
    private final ApplicationEventPublisher events;

    ProviderFailed(SignInPace pace, ApplicationEventPublisher events) {
        this.pace = pace;
        this.events = events;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        Why why = why(failure);
        if (why == Why.AWAY || why == Why.ANSWER) {
            // What the provider wrote may name people: only the kind of failure is logged.
            LOG.warn("Nobody signs in by the identity provider: {} ({})", why.key(), kind(failure));
        }
        if (why != Why.AWAY && why != Why.CANCELLED) {
            pace.failedAt(SignInGate.tryOf(request).address());
        }
        @Nullable ProviderRefused refused = find(failure, ProviderRefused.class);
        events.publishEvent(SignInAct.SIGN_IN_FAILED.at(
                refused == null ? null : refused.account(), Map.of("by", "provider", "why", why.key())));
        response.sendRedirect(request.getContextPath() + "/sign-in?provider=" + why.key());
    }

    private static Why why(AuthenticationException failure) {
        @Nullable ProviderRefused said = find(failure, ProviderRefused.class);
        if (said != null) {
            return said.why();
        }
        if (find(failure, ResourceAccessException.class) != null
                || find(failure, HttpServerErrorException.class) != null) {
            return Why.AWAY;
        }
        return failure instanceof OAuth2AuthenticationException answer
                        && answer.getError().getErrorCode().equals(OAuth2ErrorCodes.ACCESS_DENIED)
                ? Why.CANCELLED
                : Why.ANSWER;
    }

    private static <T extends Throwable> @Nullable T find(@Nullable Throwable failure, Class<T> kind) {
        if (failure == null || kind.isInstance(failure)) {
            return kind.cast(failure);
        }
        return find(failure.getCause(), kind);
    }

    private static String kind(Throwable failure) {
        Throwable cause = failure.getCause();
        return (cause == null ? failure : cause).getClass().getSimpleName();
    }
}
