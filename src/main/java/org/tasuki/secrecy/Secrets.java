package org.tasuki.secrecy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals words for the row that they belong to (AES-256-GCM), and opens them again. */
@Component
public class Secrets {

    private static final Logger LOG = LoggerFactory.getLogger(Secrets.class);

    private final KeyRing ring;

    Secrets(KeyRing ring) {
        this.ring = ring;
    }

    public byte[] seal(String words, SecretPlace place) {
        return seal(words.getBytes(StandardCharsets.UTF_8), place);
    }

    /** For what is no text: the content of a file. */
    public byte[] seal(byte[] content, SecretPlace place) {
        try {
            return ring.keys().aead().encrypt(content, place.bound());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot be sealed: " + place, e);
        }
    }

    /** Empty for what was tampered with, moved from another row, or sealed under a key that is not here. */
    public Optional<String> open(byte[] sealed, SecretPlace place) {
        return content(sealed, place).map(words -> new String(words, StandardCharsets.UTF_8));
    }

    /** As {@link #open}, for what is no text. */
    public Optional<byte[]> content(byte[] sealed, SecretPlace place) {
        Optional<byte[]> content = decrypt(sealed, place);
        if (content.isEmpty() && ring.refresh()) {
            content = decrypt(sealed, place);
        }
        if (content.isEmpty()) {
            LOG.warn("Sealed words cannot be read: {}", place);
        }
        return content;
    }

    /** What a row that is sealed under the newest key begins with, after Tink's own first byte. */
    public byte[] newest() {
        return ByteBuffer.allocate(Integer.BYTES).putInt(ring.keys().newest()).array();
    }

    /** Adds a key that seals from now on. */
    public void rotate() {
        ring.rotate();
    }

    /**
     * From now on the data keys open with another outer key, and no longer with this process's.
     *
     * @param owner the account that made the tables
     * @return how many versions there were
     */
    public int replaceOuterKey(MasterKey next, DataSource owner) {
        Integer versions = new TransactionTemplate(new DataSourceTransactionManager(owner))
                .execute(status -> ring.reseal(next, JdbcClient.create(owner)));
        return Objects.requireNonNull(versions);
    }

    private Optional<byte[]> decrypt(byte[] sealed, SecretPlace place) {
        try {
            return Optional.of(ring.keys().aead().decrypt(sealed, place.bound()));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
