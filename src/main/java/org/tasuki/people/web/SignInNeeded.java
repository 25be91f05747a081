package org.tasuki.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * Sends whoever is not signed in to the sign-in page, and says there why: a session that ended is not a refusal. A script
 * gets the bare status, so that no sign-in page lands in the middle of another.
 */
@Component
class SignInNeeded implements AuthenticationEntryPoint, AccessDeniedHandler {

    static final String ENDED = "/sign-in?ended";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (Navigation.inBackground(request)) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(
                    request.getContextPath() + (Navigation.sessionHasEnded(request) ? ENDED : "/sign-in"));
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        boolean ended = why instanceof CsrfException && Navigation.sessionHasEnded(request);
        if (ended && !Navigation.inBackground(request)) {
            response.sendRedirect(request.getContextPath() + ENDED);
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }
}
