package org.tasuki.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.tasuki.people.Accounts;
import org.tasuki.people.Acting;
import org.tasuki.people.SignInAct;
import org.tasuki.people.SignedIn;

/**
 * Notes what happens around signing in, and from which network address. What failed stands in the trail of the office whose
 * account it was about; when there is no such account, without what was typed, which may be a password.
 */
@Component
class SignInTrail {

    private final AuditTrail trail;
    private final Accounts accounts;
    private final Acting acting;

    SignInTrail(AuditTrail trail, Accounts accounts, Acting acting) {
        this.trail = trail;
        this.accounts = accounts;
        this.acting = acting;
    }

    /** An act is noted in its own transaction; what is only observed has none. */
    @EventListener
    void told(SignInAct.Told told) {
        Act act = Act.valueOf(told.act().name());
        if (told.typed() != null) {
            failed(act, told.typed(), told.detail());
        } else if (TransactionSynchronizationManager.isActualTransactionActive()) {
            trail.note(act, withAddress(told.detail()));
        } else {
            trail.noteAlone(act, null, withAddress(told.detail()));
        }
    }

    @EventListener
    void failed(AbstractAuthenticationFailureEvent event) {
        String why = event.getException().getClass().getSimpleName();
        failed(Act.SIGN_IN_FAILED, event.getAuthentication().getName(), Map.of("why", why));
    }

    private void failed(Act act, String typed, Map<String, String> detail) {
        Map<String, String> kept = withAddress(detail);
        Optional<SignedIn> meant = accounts.find(typed);
        if (meant.isEmpty()) {
            trail.noteAlone(act, null, kept);
            return;
        }
        kept.put("account", meant.get().getUsername());
        acting.as(meant.get().actor().stranger(), () -> trail.noteAlone(act, null, kept));
    }

    private static Map<String, String> withAddress(Map<String, String> detail) {
        Map<String, String> kept = new HashMap<>(detail);
        @Nullable String address = address();
        if (address != null) {
            kept.put("address", address);
        }
        return kept;
    }

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                ? now.getRequest().getRemoteAddr()
                : null;
    }
}
