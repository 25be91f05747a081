package org.tasuki.notices;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.deadlines.Calendars;
import org.tasuki.enrolment.SessionCancelled;
import org.tasuki.notices.NoticePreference.Way;
import org.tasuki.outbox.Mail;
import org.tasuki.outbox.MailSettings;
import org.tasuki.outbox.Outbox;
import org.tasuki.people.Accounts;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.terms.Text;

/**
 * Tells who had a place in a session that it was cancelled. By mail as well, to whoever has not turned mail off: no day's mail speaks of
 * training, so who wants one a day gets this one by itself.
 */
@Component
@Transactional
public class TrainingNotices {

    private static final String OCCASION = "training:";

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final MailSettings settings;
    private final Calendars calendars;
    private final Accounts accounts;
    private final Acting acting;
    private final Clock clock;

    TrainingNotices(
            JdbcClient jdbc,
            Outbox outbox,
            MailSettings settings,
            Calendars calendars,
            Accounts accounts,
            Acting acting,
            Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.settings = settings;
        this.calendars = calendars;
        this.accounts = accounts;
        this.acting = acting;
        this.clock = clock;
    }

    public record Cancelled(long session, Text course, Instant startsAt, Instant at, boolean read) {}

    private record Reader(String account, NoticePreference wants) {}

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(SessionCancelled cancelled) {
        for (String account : cancelled.accounts()) {
            jdbc.sql("insert into training_notice (session, account, center, at) values (?, ?, ?, ?)")
                    .params(cancelled.session(), account, cancelled.center(), OffsetDateTime.now(clock))
                    .update();
        }
        if (settings.on() && !cancelled.accounts().isEmpty()) {
            acting.as(Actor.system(cancelled.center()), () -> mail(cancelled));
        }
    }

    private void mail(SessionCancelled cancelled) {
        readers(cancelled.accounts()).stream()
                .filter(reader -> reader.wants().mail() != Way.OFF)
                .forEach(reader -> outbox.put(new Outbox.Posting(
                        cancelled.center(),
                        reader.account(),
                        Mail.Kind.TRAINING,
                        OCCASION + cancelled.session(),
                        null,
                        when(reader, cancelled))));
    }

    private List<Reader> readers(List<String> wanted) {
        return jdbc.sql(
                        """
                        select a.id, p.* from account a join mail_address m on m.account = a.id and m.confirmed_at is not null
                        left join notice_preference p on p.account = a.id where a.enabled and a.id in (:wanted) order by a.id
                        """)
                .param("wanted", wanted)
                .query((row, index) -> new Reader(row.getString("id"), NoticePreferences.read(row)))
                .list();
    }

    /** Their quiet hours are kept, unless they would be on their way by then. */
    private Instant when(Reader reader, SessionCancelled cancelled) {
        Instant now = clock.instant();
        Instant awake = reader.wants()
                .notBefore(now, calendars.current(cancelled.center(), null).calendar());
        return awake.isBefore(cancelled.startsAt()) ? awake : now;
    }

    /** Unread ones first; those that were read while the day is still to come. */
    @Transactional(readOnly = true)
    public List<Cancelled> list() {
        return jdbc.sql(
                        """
                        select n.session, s.name_ja, s.name_en, s.starts_at, n.at, n.read_at is not null as read
                        from training_notice n join training_session s on s.id = n.session
                        where n.account = :me and (n.read_at is null or s.ends_at > :now) order by n.read_at is not null, s.starts_at, n.session
                        """)
                .param("me", acting.current().account())
                .param("now", OffsetDateTime.now(clock))
                .query((row, index) -> new Cancelled(
                        row.getLong("session"),
                        new Text(row.getString("name_ja"), row.getString("name_en")),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("read")))
                .list();
    }

    public void readAll() {
        jdbc.sql("update training_notice set read_at = ? where account = ? and read_at is null")
                .params(OffsetDateTime.now(clock), acting.current().account())
                .update();
    }

    /** What there is to say in this mail now: nothing to whoever has read it on the page. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Cancelled> of(Mail mail) {
        return accounts.find(mail.account()).flatMap(reader -> acting.as(reader.actor(), this::list).stream()
                .filter(one -> !one.read() && mail.occasion().equals(OCCASION + one.session()))
                .findFirst());
    }
}
