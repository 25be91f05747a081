package org.tasuki.notices;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.outbox.Mail;
import org.tasuki.people.Accounts;
import org.tasuki.people.Acting;

/** What there is to say in a mail now: of what it is about, what is still open, and what its reader has not read and may see. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Tellings {

    private final JdbcClient jdbc;
    private final Notices notices;
    private final Accounts accounts;
    private final Acting acting;

    Tellings(JdbcClient jdbc, Notices notices, Accounts accounts, Acting acting) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.accounts = accounts;
        this.acting = acting;
    }

    /** Whether a director hears of it because nobody is on call. */
    public static boolean isForGap(Mail mail) {
        return mail.occasion().startsWith(Called.GAP);
    }

    public List<Told> of(Mail mail) {
        return mail.kind() == Mail.Kind.ON_CALL ? open(mail.notices()) : asTheirReader(mail);
    }

    private List<Told> asTheirReader(Mail mail) {
        return accounts.find(mail.account())
                .map(reader -> acting.as(reader.actor(), () -> unread(mail)).stream()
                        .map(notice -> new Told(notice.kind(), notice.process(), notice.step(), notice.dueAt()))
                        .toList())
                .orElse(List.of());
    }

    private List<DeadlineNotice> unread(Mail mail) {
        return mail.kind() == Mail.Kind.DIGEST
                ? notices.list().stream().filter(notice -> !notice.read()).toList()
                : notices.unread(mail.notices());
    }

    /** Whoever is on call may not work on the case: they hear that a step waits, and which, and call. */
    private List<Told> open(List<Long> about) {
        return about.isEmpty()
                ? List.of()
                : jdbc.sql(
                                """
                        select n.kind, i.process, i.step, i.due_at from notice n join inbox_item i on i.task_id = n.task_id
                        where n.id in (:ids) order by i.due_at, n.id
                        """)
                        .param("ids", about)
                        .query((row, index) -> new Told(
                                NoticeKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                                row.getString("process"),
                                row.getString("step"),
                                row.getObject("due_at", OffsetDateTime.class).toInstant()))
                        .list();
    }
}
