package org.tasuki.web;

import java.security.Principal;
import java.util.Locale;

/**
 * Describes who has signed in. Answers from the principal alone: the header also stands on the page that says that the
 * database is away.
 */
public interface Visitors {

    Visitor describe(Principal principal, Locale language);
}
