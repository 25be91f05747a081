package org.tasuki.people;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a password must be. Length is what counts; the hash takes no more than 72 bytes. */
public final class PasswordRule {

    private static final int LEAST_CHARACTERS = 12;
    private static final int MOST_BYTES = 72;

    private PasswordRule() {}

    /** The message that says what is wrong with it, if anything. */
    public static Optional<String> problem(String password, String account) {
        if (password.codePointCount(0, password.length()) < LEAST_CHARACTERS) {
            return Optional.of("people.problem.password.short");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of("people.problem.password.long");
        }
        return password.equalsIgnoreCase(account)
                ? Optional.of("people.problem.password.sameAsAccount")
                : Optional.empty();
    }
}
