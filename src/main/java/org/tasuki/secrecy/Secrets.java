package org.tasuki.secrecy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Seals words for the row that they belong to (AES-256-GCM), and opens them again. */
@Component
public class Secrets {

    private static final Logger LOG = LoggerFactory.getLogger(Secrets.class);

    private final KeyRing ring;

    Secrets(KeyRing ring) {
        this.ring = ring;
    }

    public byte[] seal(String words, SecretPlace place) {
        try {
            return ring.keys().aead().encrypt(words.getBytes(StandardCharsets.UTF_8), place.bound());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot be sealed: " + place, e);
        }
    }

    /** Empty for what was tampered with, moved from another row, or sealed under a key that is not here. */
    public Optional<String> open(byte[] sealed, SecretPlace place) {
        Optional<String> words = decrypt(sealed, place);
        if (words.isEmpty() && ring.refresh()) {
            words = decrypt(sealed, place);
        }
        if (words.isEmpty()) {
            LOG.warn("Sealed words cannot be read: {}", place);
        }
        return words;
    }

    /** What a row that is sealed under the newest key begins with, after Tink's own first byte. */
    public byte[] newest() {
        return ByteBuffer.allocate(Integer.BYTES).putInt(ring.keys().newest()).array();
    }

    /** Adds a key that seals from now on. */
    public void rotate() {
        ring.rotate();
    }

    private Optional<String> decrypt(byte[] sealed, SecretPlace place) {
        try {
            return Optional.of(new String(ring.keys().aead().decrypt(sealed, place.bound()), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
