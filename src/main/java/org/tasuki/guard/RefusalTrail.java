package org.tasuki.guard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.SignedIn;
import org.tasuki.web.RequestRefused;

/**
 * Notes what was refused before any room saw it: a page of another role, a form without its token, a body that is too large.
 * So many of one person, and a few a minute from then on, the first of which that is left out is announced: somebody's loop must not
 * bury the trail of the others.
 */
@Component
class RefusalTrail {

    /** A page is named by the first word of its address, and only by one of ours: what somebody typed there may be anything. */
    private static final Pattern PAGE = Pattern.compile("/([a-z-]{1,20})(/.*)?", Pattern.DOTALL);

    private final Limits limits;
    private final Acting acting;
    private final AuditTrail trail;

    RefusalTrail(Limits limits, Acting acting, AuditTrail trail) {
        this.limits = limits;
        this.acting = acting;
        this.trail = trail;
    }

    @EventListener
    void refused(RequestRefused refused) {
        Map<String, String> detail = Map.of(
                "page", page(refused.request()), "because", refused.why().name().toLowerCase(Locale.ROOT));
        acting.as(whoAsks(refused.request()), () -> note(Act.ACCESS_REFUSED, detail));
    }

    @EventListener
    void slowed(RequestLimits.Slowed slowed) {
        String seconds = String.valueOf(slowed.pause().toSeconds() + 1);
        note(Act.REQUESTS_SLOWED, Map.of("kind", slowed.kind().key(), "seconds", seconds));
    }

    private void note(Act act, Map<String, String> detail) {
        Pace.Turn turn = limits.take(Kind.REFUSALS, acting.current().account());
        if (turn.isFree()) {
            trail.noteAlone(act, null, detail);
        } else if (turn.first()) {
            Map<String, String> last = new LinkedHashMap<>(detail);
            last.put("more", "left-out");
            trail.noteAlone(act, null, last);
        }
    }

    /** Too large a body is refused before the security has looked who sent it. */
    private Actor whoAsks(HttpServletRequest request) {
        Actor known = acting.current();
        HttpSession session = known.equals(Actor.NOBODY) ? request.getSession(false) : null;
        return session != null
                        && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                                instanceof SecurityContext context
                        && context.getAuthentication() != null
                        && context.getAuthentication().getPrincipal() instanceof SignedIn person
                ? person.actor()
                : known;
    }

    private static String page(HttpServletRequest request) {
        Matcher page = PAGE.matcher(request.getServletPath());
        return page.matches() ? page.group(1) : "other";
    }
}
