package org.tasuki.outbox;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.people.Acting;
import org.tasuki.people.Right;

/** The mails of an office that never got there (不達), until somebody sends them again or gives them up. */
@Component
@Transactional
public class Undelivered {

    /** Beyond this many it is the server, and not the mails. */
    public static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;

    Undelivered(JdbcClient jdbc, Acting acting, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
    }

    public record Dead(long id, String account, String kind, String why, int tries, Instant madeAt, Instant endedAt) {}

    /** Whoever keeps the addresses can mend one, and whoever looks after the people can call one. */
    public boolean mayBeSeen() {
        return acting.may(Right.MANAGE_DIRECTORY) || acting.may(Right.MANAGE_ON_CALL);
    }

    @Transactional(readOnly = true)
    public int count() {
        return jdbc.sql("select count(*) from outgoing_mail where center = acting_office() and state = 'dead'")
                .query(Integer.class)
                .single();
    }

    /** The last ones first. */
    @Transactional(readOnly = true)
    public List<Dead> list() {
        return jdbc.sql("select * from outgoing_mail where center = acting_office() and state = 'dead'"
                        + " order by ended_at desc, id desc limit " + MOST)
                .query((row, index) -> new Dead(
                        row.getLong("id"),
                        row.getString("account"),
                        row.getString("kind"),
                        row.getString("why"),
                        row.getInt("tries"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ended_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** From the first try on. @return false when it is not among the dead any more */
    public boolean again(long id) {
        boolean there = jdbc.sql(
                                """
                        update outgoing_mail set state = 'waiting', tries = 1, due_at = :now, ended_at = null, ended_by = null
                        where id = :id and center = acting_office() and state = 'dead'
                        """)
                        .param("now", OffsetDateTime.now(clock))
                        .param("id", id)
                        .update()
                > 0;
        if (there) {
            trail.note(Act.MAIL_SENT_AGAIN, Map.of("mail", String.valueOf(id)));
        }
        return there;
    }

    /** It is not sent any more. @return false when it is not among the dead any more */
    public boolean giveUp(long id, String reason) {
        boolean there = jdbc.sql(
                                """
                        update outgoing_mail set state = 'given-up', reason = :reason, ended_at = :now, ended_by = acting_account()
                        where id = :id and center = acting_office() and state = 'dead'
                        """)
                        .param("reason", reason)
                        .param("now", OffsetDateTime.now(clock))
                        .param("id", id)
                        .update()
                > 0;
        if (there) {
            trail.note(Act.MAIL_GIVEN_UP, Map.of("mail", String.valueOf(id)));
        }
        return there;
    }
}
