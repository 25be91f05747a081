package org.tasuki.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.Accounts;
import org.tasuki.people.Offices;

/** Opens the demo office once: the center, the agencies, and an account for everybody with the same known password. */
@Component
@Profile("demo")
class Opening {

    static final String PASSWORD = "tasuki-demo";

    private final Offices offices;
    private final Accounts accounts;
    private final PasswordEncoder passwords;

    Opening(Offices offices, Accounts accounts, PasswordEncoder passwords) {
        this.offices = offices;
        this.accounts = accounts;
        this.passwords = passwords;
    }

    @Transactional
    public void open(OfficeBook book) {
        if (offices.center(book.center().key()).isPresent()) {
            return;
        }
        offices.add(book.asCenter());
        book.agencies().forEach(agency -> offices.add(book.asAgency(agency)));
        String hash = passwords.encode(PASSWORD);
        book.staff().forEach(person -> accounts.add(book.asAccount(person, hash)));
    }
}
