package org.tasuki.people;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What a password must be: long, and not what somebody would try. No rule about digits and signs, which make passwords that
 * people write down. Nothing is asked of anybody outside.
 */
@Component
public class PasswordRule {

    private static final int LEAST_CHARACTERS = 12;
    private static final int MOST_CHARACTERS = 128;
    /** Shorter words of a name say nothing: nobody is refused a passphrase for an "a". */
    private static final int LEAST_OF_A_NAME = 3;
    /** What must be left of it without the names that everybody knows. */
    private static final int LEAST_BESIDE_NAMES = 8;

    private final GuessedPasswords guessed = GuessedPasswords.shipped();
    private final LeakedPasswords leaked;

    PasswordRule(@Value("${tasuki.sign-in.leaked-passwords}") String file) {
        this.leaked = file.isBlank() ? LeakedPasswords.NONE : LeakedPasswords.of(file);
    }

    /**
     * The message that says what is wrong with it, if anything.
     *
     * @param names of the account, the person and the office
     */
    public Optional<String> problem(String password, Collection<String> names) {
        int length = password.codePointCount(0, password.length());
        if (length < LEAST_CHARACTERS) {
            return Optional.of("people.problem.password.short");
        }
        if (length > MOST_CHARACTERS) {
            return Optional.of("people.problem.password.long");
        }
        String plain = plain(password);
        if (besideNames(plain, names).length() < LEAST_BESIDE_NAMES) {
            return Optional.of("people.problem.password.names");
        }
        if (Monotony.in(plain)) {
            return Optional.of("people.problem.password.monotonous");
        }
        return guessed.contain(plain) || leaked.contain(password)
                ? Optional.of("people.problem.password.leaked")
                : Optional.empty();
    }

    private static String besideNames(String plain, Collection<String> names) {
        Set<String> words = names.stream()
                .map(PasswordRule::plain)
                .flatMap(name -> Stream.concat(Stream.of(name), Arrays.stream(name.split("[\\s._-]+"))))
                .filter(word -> word.length() >= LEAST_OF_A_NAME)
                .collect(Collectors.toSet());
        String left = plain;
        for (String word : words.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList()) {
            left = left.replace(word, "");
        }
        return left.equals(plain) ? plain : left.replaceAll("[\\d\\W_]", "");
    }

    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
