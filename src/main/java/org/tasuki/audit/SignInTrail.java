package org.tasuki.audit;

import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tasuki.people.SignInAct;
import org.tasuki.people.SignInRefused;

/** Notes what happens around signing in; a failed one without the name that was typed, which may be a password. */
@Component
class SignInTrail {

    private final AuditTrail trail;

    SignInTrail(AuditTrail trail) {
        this.trail = trail;
    }

    /** An act is noted in its own transaction; what is only observed has none. */
    @EventListener
    void told(SignInAct.Told told) {
        Act act = Act.valueOf(told.act().name());
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            trail.note(act, told.detail());
        } else {
            trail.noteAlone(act, null, told.detail());
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
