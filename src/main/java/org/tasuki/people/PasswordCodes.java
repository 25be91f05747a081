package org.tasuki.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The code by which somebody chooses their first password, or another for one that is forgotten. An administrator gives it
 * out and never knows a password; docs/decisions/0020 says why so.
 */
@Component
@Transactional
public class PasswordCodes {

    private static final Duration VALID = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Acting acting;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    PasswordCodes(
            JdbcClient jdbc,
            Accounts accounts,
            PasswordEncoder passwords,
            Acting acting,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.passwords = passwords;
        this.acting = acting;
        this.clock = clock;
        this.events = events;
    }

    /** Of a password that nobody knows: to compare with it takes as long as with any other. */
    public String hashOfNone() {
        return Objects.requireNonNull(passwords.encode(PaperCode.random()));
    }

    /** A new code; one from before is void, and so is the password: whoever knows it is out at once, and stays out. */
    public String issue(String account) {
        String code = PaperCode.random();
        accounts.replacePassword(account, hashOfNone());
        jdbc.sql(
                        """
                insert into password_code (account, hash, expires_at) values (?, ?, ?)
                on conflict (account) do update set hash = excluded.hash, expires_at = excluded.expires_at
                """)
                .params(account, PaperCode.hash(code), OffsetDateTime.now(clock).plus(VALID))
                .update();
        events.publishEvent(new DirectoryChange.PasswordCodeIssued(account));
        return code;
    }

    /** Until when an account's code is good, if it has one. */
    @Transactional(readOnly = true)
    public Optional<Instant> goodUntil(String account) {
        return jdbc.sql("select expires_at from password_code where account = ? and expires_at > ?")
                .params(account, OffsetDateTime.now(clock))
                .query((row, index) ->
                        row.getObject("expires_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** The accounts whose code has not been used yet. */
    @Transactional(readOnly = true)
    public Set<String> waiting() {
        return jdbc.sql("select account from password_code where expires_at > ?")
                .param(OffsetDateTime.now(clock))
                .query(String.class)
                .set();
    }

    /** Whose password the code sets: nobody's when the account is unknown or closed, or the code is not its own or too old. */
    @Transactional(readOnly = true)
    public Optional<SignedIn> owner(String account, String typed) {
        return acting.as(Actor.SYSTEM, () -> isGood(account, typed))
                ? accounts.find(account).filter(SignedIn::enabled)
                : Optional.empty();
    }

    /** Uses the code up. Two at once: the second waits here, and then finds it used. */
    public boolean choose(SignedIn person, String typed, String passwordHash) {
        String account = person.getUsername();
        int used = acting.as(Actor.SYSTEM, () -> jdbc.sql(
                        "delete from password_code where account = ? and hash = ? and expires_at > ?")
                .params(account, PaperCode.hash(typed), OffsetDateTime.now(clock))
                .update());
        if (used == 0) {
            return false;
        }
        accounts.replacePassword(account, passwordHash);
        acting.as(person.actor(), () -> events.publishEvent(SignInAct.PASSWORD_CHOSEN.with(Map.of())));
        return true;
    }

    private boolean isGood(String account, String typed) {
        return jdbc.sql("select exists (select from password_code where account = ? and hash = ? and expires_at > ?)")
                .params(account, PaperCode.hash(typed), OffsetDateTime.now(clock))
                .query(Boolean.class)
                .single();
    }
}
