package org.tasuki.people.factors;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.secrecy.SecretPlace;
import org.tasuki.secrecy.Secrets;

/** The secrets that people's authenticator apps share with us, sealed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AuthenticatorApps {

    /** As long as the hash, as RFC 4226 asks. */
    private static final int SECRET_BYTES = 20;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;

    AuthenticatorApps(JdbcClient jdbc, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    private record Kept(byte @Nullable [] sealed, long lastStep) {}

    /** A new secret, good for nothing until a code confirms it. One from before goes on until then. */
    void begin(String account) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        jdbc.sql("insert into totp (account, pending) values (?, ?)"
                        + " on conflict (account) do update set pending = excluded.pending")
                .params(account, secrets.seal(Base64.getEncoder().encodeToString(secret), place(account)))
                .update();
    }

    Optional<byte[]> pending(String account) {
        return kept(account, "pending").flatMap(kept -> open(account, kept.sealed()));
    }

    /** Takes the new secret into use, if this is one of its codes. */
    boolean confirm(String account, String code) {
        OptionalLong step = kept(account, "pending")
                .map(kept -> match(account, kept, code, 0))
                .orElse(OptionalLong.empty());
        return step.isPresent()
                && jdbc.sql(
                                        "update totp set sealed = pending, pending = null, since = ?, last_step = ? where account = ?")
                                .params(OffsetDateTime.now(clock), step.getAsLong(), account)
                                .update()
                        == 1;
    }

    /** Uses a code up: two desks with the same code at once, and the second is refused. */
    boolean accepts(String account, String code) {
        OptionalLong step = kept(account, "sealed")
                .map(kept -> match(account, kept, code, kept.lastStep()))
                .orElse(OptionalLong.empty());
        return step.isPresent()
                && jdbc.sql("update totp set last_step = :step where account = :account and last_step < :step")
                                .param("step", step.getAsLong())
                                .param("account", account)
                                .update()
                        == 1;
    }

    Optional<Instant> since(String account) {
        return jdbc.sql("select since from totp where account = ? and sealed is not null")
                .param(account)
                .query((row, index) ->
                        row.getObject("since", OffsetDateTime.class).toInstant())
                .optional();
    }

    int remove(String account) {
        return jdbc.sql("delete from totp where account = ?").param(account).update();
    }

    private OptionalLong match(String account, Kept kept, String code, long lastStep) {
        return open(account, kept.sealed())
                .map(secret -> Totp.match(secret, code, clock.instant(), lastStep))
                .orElse(OptionalLong.empty());
    }

    private Optional<Kept> kept(String account, String column) {
        return jdbc.sql("select " + column + " as secret, last_step from totp where account = ? for update")
                .param(account)
                .query((row, index) -> new Kept(row.getBytes("secret"), row.getLong("last_step")))
                .optional();
    }

    private Optional<byte[]> open(String account, byte @Nullable [] sealed) {
        return sealed == null
                ? Optional.empty()
                : secrets.open(sealed, place(account)).map(Base64.getDecoder()::decode);
    }

    static SecretPlace place(String account) {
        return new SecretPlace("totp", account, "secret");
    }
}
