package org.tasuki.people.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.tasuki.people.Accounts;
import org.tasuki.people.SignInAct;

/** Whoever signs in finds their own language, and the page that they wanted; before it, the second step, if there is one. */
@Component
class Arrival extends SavedRequestAwareAuthenticationSuccessHandler {

    private final Accounts accounts;
    private final OwnSessions sessions;
    private final SignInPace pace;
    private final SecondStep second;
    private final LocaleResolver locales;
    private final ApplicationEventPublisher trail;

    Arrival(
            Accounts accounts,
            OwnSessions sessions,
            SignInPace pace,
            SecondStep second,
            LocaleResolver locales,
            RequestCache wayBack,
            ApplicationEventPublisher trail) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.pace = pace;
        this.second = second;
        this.locales = locales;
        this.trail = trail;
        setRequestCache(wayBack);
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws ServletException, IOException {
        pace.succeeded(SignInGate.tryOf(request));
        begin(request, response, person);
        Optional<String> way = second.wayOf(person);
        if (way.isPresent()) {
            trail.publishEvent(SignInAct.PASSWORD_ACCEPTED.with(Map.of()));
            response.sendRedirect(request.getContextPath() + way.get());
        } else {
            goOn(request, response, person);
        }
    }

    /** A desk is theirs from now on. */
    void begin(HttpServletRequest request, HttpServletResponse response, Authentication person) {
        sessions.begin(request.getSession(), BrowserKind.of(request.getHeader(HttpHeaders.USER_AGENT)));
        accounts.language(person.getName()).ifPresent(language -> locales.setLocale(request, response, language));
    }

    /** Everything has been proven: on to the page that they wanted. */
    void goOn(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws ServletException, IOException {
        trail.publishEvent(SignInAct.SIGNED_IN.with(Map.of("by", Factors.named(person))));
        super.onAuthenticationSuccess(request, response, person);
    }
}
