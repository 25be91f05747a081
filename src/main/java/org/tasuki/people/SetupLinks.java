package org.tasuki.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The link by which a new installation gets its first administrator. It opens once, for a day, while nobody has an account. */
@Component
@Transactional
public class SetupLinks {

    private static final Duration VALID = Duration.ofHours(24);
    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Clock clock;

    SetupLinks(JdbcClient jdbc, Accounts accounts, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A new token, of which only the hash is kept; links from before are void. */
    public String issue() {
        byte[] random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("update setup_link set expires_at = :now where used_at is null and expires_at > :now")
                .param("now", now)
                .update();
        jdbc.sql("insert into setup_link (token_hash, expires_at) values (?, ?)")
                .params(hash(token), now.plus(VALID))
                .update();
        return token;
    }

    @Transactional(readOnly = true)
    public boolean opens(String token) {
        return accounts.none()
                && jdbc.sql(
                                "select exists (select from setup_link where token_hash = ? and used_at is null and expires_at > ?)")
                        .params(hash(token), OffsetDateTime.now(clock))
                        .query(Boolean.class)
                        .single();
    }

    /** Uses the link up. Two at once: the second waits here, and then finds it used. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean use(String token) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        int used = jdbc.sql(
                        "update setup_link set used_at = :now where token_hash = :hash and used_at is null and expires_at > :now")
                .param("now", now)
                .param("hash", hash(token))
                .update();
        return used == 1 && accounts.none();
    }

    private static String hash(String token) {
        try {
            byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
