package org.tasuki.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.FactorAuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;
import org.tasuki.web.RequestRefused;
import org.tasuki.web.RequestRefused.Why;

/**
 * Sends whoever is not signed in, or not yet wholly, to the sign-in page or its second step, and says there why: a session
 * that ended is not a refusal. A script gets the bare status, so that no sign-in page lands in the middle of another.
 */
@Component
class SignInNeeded implements AuthenticationEntryPoint, AccessDeniedHandler {

    static final String ENDED = "/sign-in?ended";

    private final OwnSessions sessions;
    private final SecondStep second;
    private final RequestCache wayBack;
    private final ApplicationEventPublisher trail;

    SignInNeeded(OwnSessions sessions, SecondStep second, RequestCache wayBack, ApplicationEventPublisher trail) {
        this.sessions = sessions;
        this.second = second;
        this.wayBack = wayBack;
        this.trail = trail;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (Navigation.inBackground(request)) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(
                    request.getContextPath() + (Navigation.sessionHasEnded(request) ? ended(request) : "/sign-in"));
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        Optional<String> way = missing(why);
        if (way.isPresent()) {
            toSecondStep(way.get(), request, response);
            return;
        }
        boolean token = why instanceof CsrfException;
        boolean ended = token && Navigation.sessionHasEnded(request);
        if (!ended) {
            trail.publishEvent(new RequestRefused(request, token ? Why.TOKEN : Why.ROLE));
        }
        if (ended && !Navigation.inBackground(request)) {
            response.sendRedirect(request.getContextPath() + ended(request));
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    /** Time ran out; or somebody ended it, which is another thing to read. */
    private String ended(HttpServletRequest request) {
        return sessions.whyEnded(request.getRequestedSessionId())
                .map(why -> "/sign-in?" + why)
                .orElse(ENDED);
    }

    private Optional<String> missing(AccessDeniedException why) {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        return why instanceof AuthorizationDeniedException denied
                        && denied.getAuthorizationResult() instanceof FactorAuthorizationDecision
                        && person != null
                ? second.wayOf(person)
                : Optional.empty();
    }

    private void toSecondStep(String way, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Navigation.inBackground(request)) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            wayBack.saveRequest(request, response);
            response.sendRedirect(request.getContextPath() + way);
        }
    }
}
