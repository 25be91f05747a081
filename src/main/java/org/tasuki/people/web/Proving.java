package org.tasuki.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.tasuki.people.Accounts;
import org.tasuki.people.SignedIn;
import org.tasuki.people.factors.SecondFactors;

/** Takes somebody's proof of who they are, and keeps it with their session. */
@Component
class Proving {

    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final Accounts accounts;
    private final SecondFactors factors;
    private final PasswordEncoder passwords;
    private final SignInPace pace;
    private final Clock clock;

    Proving(Accounts accounts, SecondFactors factors, PasswordEncoder passwords, SignInPace pace, Clock clock) {
        this.accounts = accounts;
        this.factors = factors;
        this.passwords = passwords;
        this.pace = pace;
        this.clock = clock;
    }

    enum Outcome {
        PROVEN,
        WRONG,
        TOO_SOON
    }

    /** A code of the app, or from paper. */
    Outcome code(String account, String typed) {
        return paced(account, () -> factors.accept(account, typed).isPresent());
    }

    Outcome password(String account, String typed) {
        return paced(account, () -> accounts.find(account)
                .map(SignedIn::getPassword)
                .filter(hash -> passwords.matches(typed, hash))
                .isPresent());
    }

    /** Counts as a failure until the proof is there. */
    Outcome paced(String account, BooleanSupplier proof) {
        SignInPace.Try one = SignInPace.Try.secondOf(account);
        if (!pace.begin(one).isZero()) {
            return Outcome.TOO_SOON;
        }
        if (!proof.getAsBoolean()) {
            return Outcome.WRONG;
        }
        pace.succeeded(one);
        return Outcome.PROVEN;
    }

    /** The session goes on under another name, so that nobody has the old one. */
    Authentication keep(String factor, HttpServletRequest request, HttpServletResponse response) {
        Authentication before = SecurityContextHolder.getContext().getAuthentication();
        if (before == null) {
            throw new IllegalStateException("nobody has signed in");
        }
        Authentication proven = Factors.proven(before, factor, clock.instant());
        keep(proven, request, response);
        return proven;
    }

    void keep(Authentication proven, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(proven);
        SecurityContextHolder.setContext(context);
        request.getSession();
        request.changeSessionId();
        contexts.saveContext(context, request, response);
    }
}
