package org.tasuki.notices;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.people.Accounts;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.SignedIn;

/**
 * The secret addresses by which calendar programs read their person's deadlines. A secret is shown once, to its person; here
 * lies its hash alone. Long and by chance, it needs no slow hash.
 */
@Component
@Transactional
public class CalendarFeeds {

    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    CalendarFeeds(JdbcClient jdbc, Accounts accounts, Acting acting, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
    }

    /** Since when the actor has one. */
    @Transactional(readOnly = true)
    public Optional<Instant> mine() {
        return jdbc.sql("select made_at from calendar_feed where account = ?")
                .param(acting.current().account())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Another secret for the actor; the one before is worth nothing any more. */
    public String make() {
        byte[] bytes = new byte[BYTES];
        chance.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql(
                        """
                insert into calendar_feed (account, secret_hash, made_at) values (:me, :hash, :at)
                on conflict (account) do update set secret_hash = :hash, made_at = :at
                """)
                .param("me", acting.current().account())
                .param("hash", hash(secret))
                .param("at", OffsetDateTime.now(clock))
                .update();
        trail.note(Act.CALENDAR_MADE, Map.of());
        return secret;
    }

    public void revoke() {
        if (jdbc.sql("delete from calendar_feed where account = ?")
                        .param(acting.current().account())
                        .update()
                > 0) {
            trail.note(Act.CALENDAR_REVOKED, Map.of());
        }
    }

    /** Whose secret it is; nobody's when it is none, was taken back, or its person has left. */
    @Transactional(readOnly = true)
    public Optional<SignedIn> owner(String secret) {
        return !SHAPE.matcher(secret).matches()
                ? Optional.empty()
                : acting.as(Actor.SYSTEM, () -> jdbc.sql("select account from calendar_feed where secret_hash = ?")
                        .param(hash(secret))
                        .query(String.class)
                        .optional()
                        .flatMap(accounts::find)
                        .filter(SignedIn::enabled));
    }

    private static String hash(String secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
