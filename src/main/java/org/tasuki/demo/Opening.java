package org.tasuki.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.Accounts;
import org.tasuki.people.Offices;
import org.tasuki.people.Sections;
import org.tasuki.people.SignedIn;

/** Opens the demo office once: the center, the agencies, and an account for everybody with the same known password. */
@Component
@Profile("demo")
class Opening {

    static final String PASSWORD = "tasuki-demo";

    private final Offices offices;
    private final Accounts accounts;
    private final Sections sections;
    private final PasswordEncoder passwords;

    Opening(Offices offices, Accounts accounts, Sections sections, PasswordEncoder passwords) {
        this.offices = offices;
        this.accounts = accounts;
        this.sections = sections;
        this.passwords = passwords;
    }

    @Transactional
    public boolean open(OfficeBook book) {
        if (offices.center(book.center().key()).isPresent()) {
            return false;
        }
        offices.add(book.asCenter());
        book.agencies().forEach(agency -> offices.add(book.asAgency(agency)));
        String hash = passwords.encode(PASSWORD);
        book.staff().forEach(person -> accounts.add(book.asAccount(person, hash)));
        return true;
    }

    /** Into its sections: the center's own business, unlike who there is. */
    @Transactional
    public void divide(OfficeBook book) {
        for (OfficeBook.Unit section : book.sections()) {
            sections.add(book.asSection(section));
            for (String id : section.people()) {
                SignedIn person = accounts.loadUserByUsername(id);
                accounts.change(
                        person, person.name(), person.roles(), person.actor().agency(), section.key());
            }
        }
    }
}
