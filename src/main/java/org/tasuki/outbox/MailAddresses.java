package org.tasuki.outbox;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;

/**
 * Where a person's mail goes: the administrator writes the address down, and the person confirms it with a code that was sent
 * there. Until then nothing else goes to it. Addresses are in no log, and not in the trail.
 */
@Component
@Transactional
public class MailAddresses {

    /** What mail servers of offices know: no quoted parts, no comments, no address without a domain. */
    private static final Pattern SHAPE =
            Pattern.compile("(?=.{3,254}$)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@"
                    + "([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,24}");

    private static final int CODES = 100_000_000;
    private static final int MOST_TRIES = 5;

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final MailSettings settings;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    MailAddresses(JdbcClient jdbc, Outbox outbox, MailSettings settings, Acting acting, AuditTrail trail, Clock clock) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
    }

    /** An account's address, as far as it has one. */
    public record Known(String address, @Nullable Instant confirmedAt, boolean codeIsSpent) {

        public boolean confirmed() {
            return confirmedAt != null;
        }
    }

    public static boolean wellFormed(String address) {
        return SHAPE.matcher(address).matches();
    }

    @Transactional(readOnly = true)
    public Optional<Known> of(String account) {
        return jdbc.sql("select * from mail_address where account = ?")
                .param(account)
                .query((row, index) -> new Known(
                        row.getString("address"),
                        Optional.ofNullable(row.getObject("confirmed_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null),
                        row.getInt("tries") >= MOST_TRIES))
                .optional();
    }

    /** Another address, or the same one again with another code. */
    public void set(String account, String center, String address) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql(
                        """
                insert into mail_address (account, address, code, set_by, set_at) values (:account, :address, :code, :by, :at)
                on conflict (account) do update set address = :address, code = :code, tries = 0, set_by = :by, set_at = :at,
                                                    confirmed_at = null
                """)
                .param("account", account)
                .param("address", address)
                .param("code", "%08d".formatted(chance.nextInt(CODES)))
                .param("by", acting.current().account())
                .param("at", now)
                .update();
        if (settings.on()) {
            Outbox.Posting code = new Outbox.Posting(
                    center, account, Mail.Kind.CONFIRMATION, UUID.randomUUID().toString(), null, now.toInstant());
            acting.as(Actor.system(center), () -> outbox.put(code));
        }
        trail.note(Act.MAIL_ADDRESS_SET, Map.of("account", account));
    }

    public void remove(String account) {
        if (jdbc.sql("delete from mail_address where account = ?")
                        .param(account)
                        .update()
                > 0) {
            trail.note(Act.MAIL_ADDRESS_REMOVED, Map.of("account", account));
        }
    }

    /** The actor's own. @return whether it is confirmed now; after some wrong codes only another mail helps */
    public boolean confirm(String code) {
        String me = acting.current().account();
        jdbc.sql("update mail_address set tries = tries + 1 where account = ? and confirmed_at is null")
                .param(me)
                .update();
        boolean right = jdbc.sql(
                                """
                        update mail_address set confirmed_at = :at, code = null
                        where account = :me and confirmed_at is null and code = :code and tries <= :most
                        """)
                        .param("at", OffsetDateTime.now(clock))
                        .param("me", me)
                        .param("code", code)
                        .param("most", MOST_TRIES)
                        .update()
                > 0;
        if (right) {
            trail.note(Act.MAIL_ADDRESS_CONFIRMED, Map.of("account", me));
        }
        return right;
    }

    /** Those of them who have one that counts. */
    @Transactional(readOnly = true)
    public Set<String> confirmed(Collection<String> accounts) {
        return accounts.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql(
                                "select account from mail_address where account in (:accounts) and confirmed_at is not null")
                        .param("accounts", accounts)
                        .query(String.class)
                        .list());
    }

    Optional<String> confirmed(String account) {
        return one("select address from mail_address where account = ? and confirmed_at is not null", account);
    }

    Optional<String> toConfirm(String account) {
        return one("select address from mail_address where account = ? and confirmed_at is null", account);
    }

    Optional<String> code(String account) {
        return one("select code from mail_address where account = ? and code is not null", account);
    }

    private Optional<String> one(String sql, String account) {
        return jdbc.sql(sql).param(account).query(String.class).optional();
    }
}
