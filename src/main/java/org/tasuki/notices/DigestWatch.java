package org.tasuki.notices;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.deadlines.BusinessCalendar;
import org.tasuki.deadlines.Calendars;
import org.tasuki.outbox.Mail;
import org.tasuki.outbox.MailSettings;
import org.tasuki.outbox.Outbox;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Offices;
import org.tasuki.terms.Japan;

/** Puts down one mail a day for each who wants the day's news together. Whoever has nothing to hear gets none when it is written. */
@Component
public class DigestWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DigestWatch.class);

    private static final String READERS =
            """
            select a.id, p.* from notice_preference p join account a on a.id = p.account and a.enabled
            join mail_address m on m.account = a.id and m.confirmed_at is not null
            where p.mail = 'digest' and office_of(a.id) = ?
              and not exists (select from outgoing_mail o where o.account = a.id and o.kind = 'digest' and o.occasion = ?)
            """;

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final MailSettings settings;
    private final Calendars calendars;
    private final Offices offices;
    private final Acting acting;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DigestWatch(
            JdbcClient jdbc,
            Outbox outbox,
            MailSettings settings,
            Calendars calendars,
            Offices offices,
            Acting acting,
            Clock clock,
            PlatformTransactionManager manager) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.settings = settings;
        this.calendars = calendars;
        this.offices = offices;
        this.acting = acting;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    private record Reader(String account, NoticePreference wants) {}

    public void look() {
        if (settings.on()) {
            offices.centers().forEach(center -> acting.as(Actor.system(center), () -> look(center)));
        }
    }

    private void look(String center) {
        try {
            transaction.executeWithoutResult(status -> put(center));
        } catch (RuntimeException failed) {
            LOG.warn(
                    "the day's mails of {} were not put down: {}",
                    center,
                    failed.getClass().getName());
        }
    }

    private void put(String center) {
        Instant now = clock.instant();
        String today = LocalDate.ofInstant(now, Japan.ZONE).toString();
        List<Reader> readers = jdbc.sql(READERS)
                .params(center, today)
                .query((row, index) -> new Reader(row.getString("id"), NoticePreferences.read(row)))
                .list();
        BusinessCalendar calendar = calendars.current(center, null).calendar();
        readers.stream()
                .filter(reader -> reader.wants().digestIsDue(now, calendar))
                .forEach(reader ->
                        outbox.put(new Outbox.Posting(center, reader.account(), Mail.Kind.DIGEST, today, null, now)));
    }
}
