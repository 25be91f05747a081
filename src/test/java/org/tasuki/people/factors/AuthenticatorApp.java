package org.tasuki.people.factors;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Locale;

/** Somebody's telephone, which was told the secret as letters. */
public final class AuthenticatorApp {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;

    public AuthenticatorApp(String letters) {
        this.secret = decoded(letters.replace(" ", "").toUpperCase(Locale.ROOT));
    }

    /** What it shows so many times 30 seconds from now. */
    public String code(int later) {
        return Totp.code(secret, Totp.step(Instant.now()) + later);
    }

    static byte[] decoded(String letters) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char letter : letters.toCharArray()) {
            buffer = buffer << 5 | ALPHABET.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(buffer >> bits);
            }
        }
        return bytes.toByteArray();
    }
}
