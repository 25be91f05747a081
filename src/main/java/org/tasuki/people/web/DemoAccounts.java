package org.tasuki.people.web;

import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.tasuki.people.Accounts;
import org.tasuki.people.SignedIn;

/** The demo's accounts and their public password, as {@code application-demo.yaml} names them. There are none elsewhere. */
@Component
@Profile("demo")
class DemoAccounts {

    private final Accounts accounts;
    private final RoleNames roles;
    private final List<String> ids;
    private final String password;

    DemoAccounts(
            Accounts accounts,
            RoleNames roles,
            @Value("${tasuki.demo.accounts}") List<String> ids,
            @Value("${tasuki.demo.password}") String password) {
        this.accounts = accounts;
        this.roles = roles;
        this.ids = ids;
        this.password = password;
    }

    record DemoAccount(String account, String name, String duty) {}

    String password() {
        return password;
    }

    List<DemoAccount> in(Locale language) {
        return ids.stream()
                .flatMap(id -> accounts.find(id).stream())
                .map(person -> shown(person, language))
                .toList();
    }

    private DemoAccount shown(SignedIn person, Locale language) {
        return new DemoAccount(person.getUsername(), person.nameIn(language), roles.of(person.roles(), language));
    }
}
