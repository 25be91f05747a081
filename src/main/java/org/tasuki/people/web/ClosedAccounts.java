package org.tasuki.people.web;

import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.tasuki.people.DirectoryChange.AccountClosed;
import org.tasuki.people.SignedIn;

/** An account that is closed is out at once, wherever it is signed in. */
@Component
class ClosedAccounts {

    private final SessionRegistry sessions;

    ClosedAccounts(SessionRegistry sessions) {
        this.sessions = sessions;
    }

    @TransactionalEventListener
    void endSessions(AccountClosed change) {
        sessions.getAllPrincipals().stream()
                .filter(principal -> principal instanceof SignedIn person
                        && person.getUsername().equals(change.account()))
                .flatMap(person -> sessions.getAllSessions(person, false).stream())
                .forEach(SessionInformation::expireNow);
    }
}
