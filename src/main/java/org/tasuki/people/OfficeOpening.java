package org.tasuki.people;

import java.util.Set;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.Accounts.NewAccount;
import org.tasuki.people.Offices.Center;
import org.tasuki.terms.Text;

/** The first day of an office: its center, and the administrator who makes the other accounts. */
@Component
@Transactional
public class OfficeOpening {

    private static final Set<Role> FIRST = Set.of(Role.ADMIN);

    private final SetupCodes codes;
    private final Offices offices;
    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Acting acting;

    OfficeOpening(SetupCodes codes, Offices offices, Accounts accounts, PasswordEncoder passwords, Acting acting) {
        this.codes = codes;
        this.offices = offices;
        this.accounts = accounts;
        this.passwords = passwords;
        this.acting = acting;
    }

    /** Answers false when the code is wrong, too old or used meanwhile; nothing is changed then. */
    public boolean open(String code, Center center, String account, Text name, String password) {
        if (!codes.use(code)) {
            return false;
        }
        NewAccount first = new NewAccount(account, name, passwords.encode(password), FIRST, center.key(), null);
        acting.as(Actor.person(account, FIRST, center.key(), null), () -> {
            offices.add(center);
            accounts.add(first);
        });
        return true;
    }
}
