package org.tasuki.people;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The code by which a new installation gets its first administrator. It is good once, for a day, while nobody has an account. */
@Component
@Transactional
public class SetupCodes {

    private static final Duration VALID = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Clock clock;

    SetupCodes(JdbcClient jdbc, Accounts accounts, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A new code, of which only the hash is kept; codes from before are void. */
    public String issue() {
        String code = PaperCode.random();
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("update setup_code set expires_at = :now where used_at is null and expires_at > :now")
                .param("now", now)
                .update();
        jdbc.sql("insert into setup_code (hash, expires_at) values (?, ?)")
                .params(PaperCode.hash(code), now.plus(VALID))
                .update();
        return code;
    }

    /** Whether there is an office to be set up. */
    @Transactional(readOnly = true)
    public boolean areAsked() {
        return accounts.none();
    }

    /** Uses the code up. Two at once: the second waits here, and then finds it used. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean use(String typed) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        int used = jdbc.sql(
                        "update setup_code set used_at = :now where hash = :hash and used_at is null and expires_at > :now")
                .param("now", now)
                .param("hash", PaperCode.hash(typed))
                .update();
        return used == 1 && accounts.none();
    }
}
