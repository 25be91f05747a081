package org.tasuki.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tasuki.audit.Act;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
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
    private final Acting acting;
    private final RefusalTrail trail;

    RequestLimits(Limits limits, Acting acting, RefusalTrail trail) {
        this.limits = limits;
        this.acting = acting;
        this.trail = trail;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith("/assets/") || path.startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Actor who = acting.current();
        boolean stranger = who.equals(Actor.NOBODY);
        Kind kind = stranger ? Kind.ADDRESS : Kind.of(request);
        Pace.Turn turn = limits.take(kind, stranger ? Network.of(request.getRemoteAddr()) : who.account());
        if (turn.isFree()) {
            chain.doFilter(request, response);
            return;
        }
        if (turn.first()) {
            trail.note(
                    Act.REQUESTS_SLOWED,
                    Map.of(
                            "kind",
                            kind.key(),
                            "seconds",
                            String.valueOf(turn.pause().toSeconds() + 1)));
        }
        TooSoon.answer(request, response, turn.pause());
    }
}
