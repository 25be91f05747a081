package org.tasuki.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Offices;

/**
 * Clears away the rows of mails that have gone, or had nothing to say any more, after a time ({@code tasuki.mail.keep-sent}). What
 * waits, never got there or was given up stays.
 */
@Component
public class OldMail {

    private static final Logger LOG = LoggerFactory.getLogger(OldMail.class);

    private final JdbcClient jdbc;
    private final Offices offices;
    private final Acting acting;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Duration kept;

    OldMail(
            JdbcClient jdbc,
            Offices offices,
            Acting acting,
            Clock clock,
            PlatformTransactionManager manager,
            @Value("${tasuki.mail.keep-sent}") Duration kept) {
        this.jdbc = jdbc;
        this.offices = offices;
        this.acting = acting;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
        this.kept = kept;
    }

    public void clear() {
        offices.centers().forEach(center -> acting.as(Actor.system(center), () -> clear(center)));
    }

    private void clear(String center) {
        Integer gone = transaction.execute(status -> jdbc.sql(
                        """
                delete from outgoing_mail where center = ? and state in ('sent', 'dropped', 'carried') and ended_at < ?
                """)
                .params(center, OffsetDateTime.now(clock).minus(kept))
                .update());
        if (gone != null && gone > 0) {
            LOG.info("cleared {} rows of old mail", gone);
        }
    }
}
