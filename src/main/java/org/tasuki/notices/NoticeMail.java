package org.tasuki.notices;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.deadlines.Calendars;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.deadlines.LadderClimbed;
import org.tasuki.notices.NoticePreference.Way;
import org.tasuki.oncall.OfficeHours;
import org.tasuki.outbox.Mail;
import org.tasuki.outbox.MailSettings;
import org.tasuki.outbox.Outbox;
import org.tasuki.outbox.Outbox.Posting;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;

/**
 * Puts down the mails of a notice, with the notice. What is urgent goes at once, and while the office is closed to whoever is on
 * call as well; the rest as each reader wants it. Of a practice case, which has a clock of its own, nobody is mailed.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class NoticeMail {

    /** Whoever the page tells ({@link Notices}), of those who can be mailed. */
    private static final String READERS =
            """
            select a.id, p.* from notice n join inbox_item i on i.task_id = n.task_id
            cross join lateral (select coalesce(n.desk, case when i.assignee is null then i.desk end) as desk) d
            join account a on a.enabled and (
                n.desk is null and a.id = i.assignee
                or 'agency:' || a.agency = d.desk
                or a.center = n.center and exists (select from account_role r where r.account = a.id and r.role = d.desk))
            join mail_address m on m.account = a.id and m.confirmed_at is not null
            left join notice_preference p on p.account = a.id
            where n.id = ? order by a.id
            """;

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final MailSettings settings;
    private final Urgent urgent;
    private final OfficeHours hours;
    private final Called called;
    private final Calendars calendars;
    private final CaseClocks clocks;
    private final Acting acting;
    private final Clock clock;

    NoticeMail(
            JdbcClient jdbc,
            Outbox outbox,
            MailSettings settings,
            Urgent urgent,
            OfficeHours hours,
            Called called,
            Calendars calendars,
            CaseClocks clocks,
            Acting acting,
            Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.settings = settings;
        this.urgent = urgent;
        this.hours = hours;
        this.called = called;
        this.calendars = calendars;
        this.clocks = clocks;
        this.acting = acting;
        this.clock = clock;
    }

    private record Reader(String account, NoticePreference wants) {}

    void tell(long notice, LadderClimbed climbed) {
        if (clocks.ahead(climbed.number()).isZero()) {
            acting.as(Actor.system(climbed.center()), () -> put(notice, climbed));
        }
    }

    private void put(long notice, LadderClimbed climbed) {
        boolean atOnce = urgent.is(climbed, level(climbed));
        (settings.on() ? readers(notice) : List.<Reader>of())
                .stream()
                        .filter(reader -> reader.wants().mail() == Way.AT_ONCE
                                || atOnce && reader.wants().mail() == Way.DIGEST)
                        .forEach(reader -> put(notice, climbed.center(), reader, atOnce));
        if (atOnce && !hours.isOpen(climbed.center(), clock.instant())) {
            called.tell(notice, climbed.center());
        }
    }

    private void put(long notice, String center, Reader reader, boolean atOnce) {
        Instant now = clock.instant();
        outbox.put(new Posting(
                center,
                reader.account(),
                atOnce ? Mail.Kind.URGENT : Mail.Kind.NOTICE,
                "notice:" + notice,
                notice,
                atOnce
                        ? now
                        : reader.wants()
                                .notBefore(now, calendars.current(center, null).calendar())));
    }

    private List<Reader> readers(long notice) {
        return jdbc.sql(READERS)
                .param(notice)
                .query((row, index) -> new Reader(row.getString("id"), NoticePreferences.read(row)))
                .list();
    }

    private String level(LadderClimbed climbed) {
        return jdbc.sql("select urgency from case_file where number = ?")
                .param(climbed.number().value())
                .query(String.class)
                .single();
    }
}
