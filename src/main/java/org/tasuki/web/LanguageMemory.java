package org.tasuki.web;

import java.util.Locale;

/** Keeps a reader's language with the account, so that it follows from one desk to the next. The cookie is always set too. */
public interface LanguageMemory {

    void remember(String account, Locale language);
}
