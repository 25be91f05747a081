package org.tasuki.people.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.FactorAuthorizationDecision;
import org.springframework.security.authorization.RequiredFactor;
import org.springframework.security.authorization.RequiredFactorError;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.tasuki.people.Role;
import org.tasuki.people.SignedIn;
import org.tasuki.people.factors.SecondFactors;

/**
 * What somebody who has given the password must do before anything else opens: give their second factor; or get one, where
 * their role must have it. Asked of the database on each request of a session without a second factor: an account that gets
 * one is bound by it at once.
 */
@Component
class SecondStep {

    static final String CODE = "/sign-in/code";
    static final String ENROLMENT = "/account/factors";

    private static final String ALL = "all";
    private static final AuthorizationDecision GRANTED = new AuthorizationDecision(true);
    private static final FactorAuthorizationDecision MISSING =
            new FactorAuthorizationDecision(List.of(RequiredFactorError.createMissing(
                    RequiredFactor.withAuthority(Factors.CODE).build())));

    private final SecondFactors factors;
    private final Set<Role> roles;

    SecondStep(SecondFactors factors, @Value("${tasuki.sign-in.second-factor}") List<String> roles) {
        this.factors = factors;
        this.roles = roles.contains(ALL)
                ? Set.of(Role.values())
                : roles.stream().map(Role::of).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether somebody with one of these roles must have a second factor. */
    boolean isRequiredOf(Set<Role> held) {
        return held.stream().anyMatch(roles::contains);
    }

    /** Where they have to go first, if anywhere. */
    Optional<String> wayOf(Authentication session) {
        if (Factors.hasSecond(session) || !(session.getPrincipal() instanceof SignedIn person)) {
            return Optional.empty();
        }
        if (factors.has(person.getUsername())) {
            return Optional.of(CODE);
        }
        boolean practising = person.actor().inPractice();
        return isRequiredOf(person.roles()) && !practising ? Optional.of(ENROLMENT) : Optional.empty();
    }

    /** For every page. */
    AuthorizationManager<RequestAuthorizationContext> done() {
        return unlessSentTo(CODE, ENROLMENT);
    }

    /** For those pages that somebody without a second factor needs to get one. */
    AuthorizationManager<RequestAuthorizationContext> doneOrEnrolling() {
        return unlessSentTo(CODE);
    }

    private AuthorizationManager<RequestAuthorizationContext> unlessSentTo(String... ways) {
        return (session, request) -> {
            Authentication person = session.get();
            boolean first = person != null
                    && wayOf(person).filter(Arrays.asList(ways)::contains).isPresent();
            return first ? MISSING : GRANTED;
        };
    }
}
