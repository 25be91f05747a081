package org.tasuki.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A random code that somebody reads from paper and types: small letters and digits that look like no other (Crockford's),
 * five bits each, in groups of four. What is typed instead of them (an O for a 0), blanks and signs do no harm.
 */
public final class PaperCode {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();
    /** 120 bits: nobody guesses it, so a plain hash keeps it. */
    private static final int LONG = 24;

    private PaperCode() {}

    static String random() {
        return random(LONG);
    }

    public static String random(int characters) {
        String letters = RANDOM.ints(characters, 0, ALPHABET.length())
                .mapToObj(ALPHABET::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
        return String.join("-", letters.split("(?<=\\G.{4})"));
    }

    /** As it was made, whatever a tired person or a Japanese keyboard made of it. */
    public static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('o', '0')
                .replaceAll("[il]", "1")
                .replaceAll("[^0-9a-z]", "");
    }

    static String hash(String typed) {
        try {
            byte[] bytes = plain(typed).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
