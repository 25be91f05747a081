package org.tasuki.people.web;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.tasuki.people.Accounts;
import org.tasuki.web.LanguageMemory;

/** Keeps the language with the account; {@link Arrival} finds it again. */
@Component
class AccountLanguage implements LanguageMemory {

    private final Accounts accounts;

    AccountLanguage(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void remember(String account, Locale language) {
        accounts.remember(account, language);
    }
}
