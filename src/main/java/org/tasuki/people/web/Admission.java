package org.tasuki.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.tasuki.people.SignInAct;
import org.tasuki.people.SignedIn;

/** Lets somebody in whom another room has vouched for: at a class's desk, where nobody had an account before. */
@Component
public class Admission {

    private static final String CSRF = HttpSessionCsrfTokenRepository.class.getName() + ".CSRF_TOKEN";

    private final Proving proving;
    private final Arrival arrival;
    private final ApplicationEventPublisher trail;
    private final Clock clock;

    Admission(Proving proving, Arrival arrival, ApplicationEventPublisher trail, Clock clock) {
        this.proving = proving;
        this.arrival = arrival;
        this.trail = trail;
        this.clock = clock;
    }

    public void admit(SignedIn person, HttpServletRequest request, HttpServletResponse response) {
        sit(person, clock.instant(), request, response);
        trail.publishEvent(SignInAct.SIGNED_IN.with(Map.of("by", "class")));
    }

    /** To their own desk again, which they never signed out from. What is weighty asks them who they are. */
    public void bringBack(SignedIn person, HttpServletRequest request, HttpServletResponse response) {
        sit(person, Instant.EPOCH, request, response);
    }

    private void sit(SignedIn person, Instant proven, HttpServletRequest request, HttpServletResponse response) {
        Authentication session = Factors.proven(
                UsernamePasswordAuthenticationToken.authenticated(person, null, List.copyOf(person.getAuthorities())),
                Factors.PASSWORD,
                proven);
        request.getSession().removeAttribute(CSRF);
        proving.keep(session, request, response);
        arrival.begin(request, response, session);
    }
}
