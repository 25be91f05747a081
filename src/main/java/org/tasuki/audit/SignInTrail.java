package org.tasuki.audit;

import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Component;
import org.tasuki.people.Acting;
import org.tasuki.people.SignInRefused;
import org.tasuki.people.SignedIn;

/** Notes each sign-in, and each that failed; a failed one without the name that was typed, which may be a password. */
@Component
class SignInTrail {

    private final AuditTrail trail;
    private final Acting acting;

    SignInTrail(AuditTrail trail, Acting acting) {
        this.trail = trail;
        this.acting = acting;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedIn person) {
            boolean byProvider = event.getAuthentication().getAuthorities().stream()
                    .map(GrantedAuthority::getAuthority)
                    .anyMatch(FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY::equals);
            Map<String, String> how = byProvider ? Map.of("by", "provider") : Map.of();
            acting.as(person.actor(), () -> trail.noteAlone(Act.SIGNED_IN, null, how));
        }
    }

    @EventListener
    void refused(SignInRefused refusal) {
        trail.noteAlone(Act.SIGN_IN_FAILED, null, Map.of("why", refusal.why(), "by", "provider"));
    }

    @EventListener
    void failed(AbstractAuthenticationFailureEvent event) {
        trail.noteAlone(
                Act.SIGN_IN_FAILED,
                null,
                Map.of("why", event.getException().getClass().getSimpleName()));
    }
}
