package org.tasuki.casefile;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tasuki.people.Accounts;
import org.tasuki.people.Role;
import org.tasuki.people.SignedIn;

/** The people of a center who work on cases. */
@Component
class Colleagues {

    private static final Role[] ALL =
            List.of(Role.values()).stream().filter(Role::ofCenter).toArray(Role[]::new);

    private final Accounts accounts;

    Colleagues(Accounts accounts) {
        this.accounts = accounts;
    }

    List<SignedIn> of(String center) {
        return accounts.withRole(center, ALL);
    }

    /** @throws Refusal when nobody of that name works on the center's cases */
    SignedIn find(String center, String account) {
        return of(center).stream()
                .filter(person -> person.getUsername().equals(account))
                .findFirst()
                .orElseThrow(() -> new Refusal("person", "casefile.team.person.unknown"));
    }
}
