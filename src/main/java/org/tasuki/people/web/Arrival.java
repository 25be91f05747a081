package org.tasuki.people.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.tasuki.people.Accounts;

/** Whoever signs in finds their own language, and the page that they wanted. */
@Component
class Arrival extends SavedRequestAwareAuthenticationSuccessHandler {

    private final Accounts accounts;
    private final OwnSessions sessions;
    private final SignInPace pace;
    private final LocaleResolver locales;

    Arrival(Accounts accounts, OwnSessions sessions, SignInPace pace, LocaleResolver locales, RequestCache wayBack) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.pace = pace;
        this.locales = locales;
        setRequestCache(wayBack);
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws ServletException, IOException {
        pace.succeeded(SignInGate.tryOf(request));
        sessions.begin(request.getSession(), BrowserKind.of(request.getHeader(HttpHeaders.USER_AGENT)));
        accounts.language(person.getName()).ifPresent(language -> locales.setLocale(request, response, language));
        super.onAuthenticationSuccess(request, response, person);
    }
}
