package org.tasuki.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * Some 50,000 passwords that leaks have shown most often; the build takes them from a package of that purpose. Most are
 * shorter than a password may be, and what people make of them is refused as well: password2026!, qwerty-qwerty.
 */
final class GuessedPasswords {

    /** Two words that everybody tries are no passphrase; three may be. */
    private static final int LEAST_OF_TWO = 5;

    private final Set<String> words;

    private GuessedPasswords(Set<String> words) {
        this.words = words;
    }

    static GuessedPasswords shipped() {
        try {
            String list = new ClassPathResource("passwords/guessed.txt").getContentAsString(StandardCharsets.UTF_8);
            return new GuessedPasswords(list.lines().collect(Collectors.toUnmodifiableSet()));
        } catch (IOException missing) {
            throw new UncheckedIOException("the list of guessed passwords is not in the jar", missing);
        }
    }

    boolean contain(String plain) {
        String core = plain.replaceAll("^[\\d\\W_]+|[\\d\\W_]+$", "");
        return words.contains(plain) || words.contains(core) || twoOf(plain) || twoOf(core);
    }

    private boolean twoOf(String plain) {
        String[] parts = plain.split("[\\W_]+");
        if (parts.length == 2) {
            return Arrays.stream(parts).allMatch(words::contains);
        }
        for (int cut = LEAST_OF_TWO; cut <= plain.length() - LEAST_OF_TWO; cut++) {
            if (words.contains(plain.substring(0, cut)) && words.contains(plain.substring(cut))) {
                return true;
            }
        }
        return false;
    }
}
