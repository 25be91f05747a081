package org.tasuki.people.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tasuki.people.Accounts;
import org.tasuki.people.Acting;
import org.tasuki.people.SignedIn;
import org.tasuki.web.NotFound;

/** The accounts that an administrator looks after: those of the own center and of the agencies around it. */
@Component
class TheirAccounts {

    private final Accounts accounts;
    private final Acting acting;

    TheirAccounts(Accounts accounts, Acting acting) {
        this.accounts = accounts;
        this.acting = acting;
    }

    /** Another center's is as if it were not there. */
    SignedIn of(String id) {
        return accounts.around(center()).stream()
                .filter(person -> person.getUsername().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    boolean isMine(String id) {
        return id.equals(acting.current().account());
    }

    String center() {
        @Nullable String center = acting.current().center();
        return Objects.requireNonNull(center, "an administrator without a center");
    }
}
