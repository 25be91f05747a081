package org.tasuki.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tasuki.people.SignedIn;
import org.tasuki.web.TooSoon;

/**
 * Nobody reads the whole office at a stretch, and no program in somebody's name either. Stands behind the security's filters,
 * which know who asks: a person is counted, and never the colleague beside them. Whoever has not signed in is counted with
 * their address.
 */
@Component
@Order(-90)
class RequestLimits extends OncePerRequestFilter {

    private final Limits limits;
    private final ApplicationEventPublisher trail;

    /** Made before the database is there, so that it may know nothing that needs it. */
    RequestLimits(Limits limits, ApplicationEventPublisher trail) {
        this.limits = limits;
        this.trail = trail;
    }

    /** Somebody began to be slowed. */
    record Slowed(Kind kind, Duration pause) {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith("/assets/") || path.startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String account = account();
        Kind kind = account == null ? Kind.ofStranger(request) : Kind.of(request);
        Pace.Turn turn = limits.take(kind, account == null ? Network.of(request.getRemoteAddr()) : account);
        if (turn.isFree()) {
            chain.doFilter(request, response);
            return;
        }
        if (turn.first()) {
            trail.publishEvent(new Slowed(kind, turn.pause()));
        }
        TooSoon.answer(request, response, turn.pause());
    }

    private static @Nullable String account() {
        Authentication session = SecurityContextHolder.getContext().getAuthentication();
        return session != null && session.getPrincipal() instanceof SignedIn person ? person.getUsername() : null;
    }
}
