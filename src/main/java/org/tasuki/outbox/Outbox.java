package org.tasuki.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.terms.Realm;

/** The list of what is to go by mail. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Outbox {

    /** Two nodes that take from it at once take one after the other; they send at the same time. */
    private static final String ONE_NODE_AT_A_TIME =
            "select true from pg_advisory_xact_lock(hashtext('outgoing_mail'), hashtext(:center))";

    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param occasion what it is about: there is one mail of a kind for a person and an occasion
     * @param notice goes with its task, and the mail with it
     * @param notBefore when it may go
     */
    public record Posting(
            String center, String account, Mail.Kind kind, String occasion, @Nullable Long notice, Instant notBefore) {}

    /** Puts it down, in the transaction that makes it true; out of a class goes no mail. @return whether it is new */
    public boolean put(Posting posting) {
        return !Realm.isPractice(posting.center()) && putDown(posting);
    }

    private boolean putDown(Posting posting) {
        return jdbc.sql(
                                """
                        insert into outgoing_mail (center, account, kind, occasion, notice, made_at, due_at)
                        values (:center, :account, :kind, :occasion, :notice, :now, :due) on conflict do nothing
                        """)
                        .param("center", posting.center())
                        .param("account", posting.account())
                        .param("kind", posting.kind().key())
                        .param("occasion", posting.occasion())
                        .param("notice", posting.notice())
                        .param("now", utc(clock.instant()))
                        .param("due", utc(posting.notBefore()))
                        .update()
                > 0;
    }

    /** Takes the next one that is to go, and has it come again later should the sending never end. */
    Optional<Mail> take(String center) {
        jdbc.sql(ONE_NODE_AT_A_TIME)
                .param("center", center)
                .query(Boolean.class)
                .single();
        Instant now = clock.instant();
        Optional<Mail> next = jdbc.sql(
                        """
                select * from outgoing_mail where center = :center and state = 'waiting' and due_at <= :now
                order by kind in ('urgent', 'on-call') desc, due_at, id limit 1 for update skip locked
                """)
                .param("center", center)
                .param("now", utc(now))
                .query(Outbox::read)
                .optional();
        next.ifPresent(mail -> begin(mail, now));
        return next.map(this::withWhatItCarries);
    }

    private void begin(Mail mail, Instant now) {
        if (mail.tries() == 1) {
            carry(mail, now);
        }
        jdbc.sql("update outgoing_mail set tries = ?, due_at = ? where id = ?")
                .params(mail.tries(), utc(now.plus(Retries.pauseAfter(mail.tries()))), mail.id())
                .update();
    }

    /** Only at the first try: what a mail says must not grow under one Message-ID, or what grew would be taken for known. */
    private void carry(Mail mail, Instant now) {
        List<String> kinds = mail.kind().together().stream().map(Mail.Kind::key).toList();
        if (!kinds.isEmpty()) {
            jdbc.sql(
                            """
                    update outgoing_mail set state = 'carried', carried_by = :id, ended_at = :now
                    where center = :center and account = :account and kind in (:kinds) and state = 'waiting' and tries = 0
                      and due_at <= :now and id <> :id
                    """)
                    .param("id", mail.id())
                    .param("now", utc(now))
                    .param("center", mail.center())
                    .param("account", mail.account())
                    .param("kinds", kinds)
                    .update();
        }
    }

    private Mail withWhatItCarries(Mail mail) {
        List<Long> notices = jdbc.sql(
                        "select notice from outgoing_mail where (id = ? or carried_by = ?) and notice is not null")
                .params(mail.id(), mail.id())
                .query(Long.class)
                .list();
        return new Mail(
                mail.id(),
                mail.center(),
                mail.account(),
                mail.kind(),
                mail.occasion(),
                notices,
                mail.madeAt(),
                mail.tries());
    }

    /** It is through, or there was nothing left to say. */
    void ended(Mail mail, boolean sent) {
        end(mail, sent ? "sent" : "dropped", null);
    }

    /** It did not get through; it comes again, unless that is in vain or was tried long enough. @return whether it is dead */
    boolean failed(Mail mail, Failure why) {
        if (why.inVain() || mail.tries() >= Retries.MOST) {
            end(mail, "dead", why);
            return true;
        }
        jdbc.sql("update outgoing_mail set why = ? where id = ? and state = 'waiting'")
                .params(why.key(), mail.id())
                .update();
        return false;
    }

    private void end(Mail mail, String state, @Nullable Failure why) {
        jdbc.sql(
                        """
                update outgoing_mail set state = :state, why = :why, ended_at = :now, ended_by = 'system'
                where id = :id and state = 'waiting'
                """)
                .param("state", state)
                .param("why", why == null ? null : why.key())
                .param("now", utc(clock.instant()))
                .param("id", mail.id())
                .update();
    }

    private static Mail read(ResultSet row, int index) throws SQLException {
        return new Mail(
                row.getLong("id"),
                row.getString("center"),
                row.getString("account"),
                Mail.Kind.of(row.getString("kind")),
                row.getString("occasion"),
                List.of(),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getInt("tries") + 1);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
