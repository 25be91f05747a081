package org.tasuki.people.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session that has lasted too long, and says so: a desk that is never left must not stay signed in for days. */
final class LongestSession extends OncePerRequestFilter {

    static final String ENDED = "/sign-in?longest";

    private final OwnSessions sessions;

    LongestSession(OwnSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session == null || !sessions.isTooOld(session)) {
            chain.doFilter(request, response);
            return;
        }
        session.invalidate();
        if (Navigation.inBackground(request)) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(request.getContextPath() + ENDED);
        }
    }
}
