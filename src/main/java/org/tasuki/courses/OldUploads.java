package org.tasuki.courses;

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

/** Clears away the files of courses that somebody laid ready and never agreed to, after a time ({@code tasuki.courses.keep-uploads}). */
@Component
class OldUploads {

    private static final Logger LOG = LoggerFactory.getLogger(OldUploads.class);

    private final JdbcClient jdbc;
    private final Offices offices;
    private final Acting acting;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Duration kept;

    OldUploads(
            JdbcClient jdbc,
            Offices offices,
            Acting acting,
            Clock clock,
            PlatformTransactionManager manager,
            @Value("${tasuki.courses.keep-uploads}") Duration kept) {
        this.jdbc = jdbc;
        this.offices = offices;
        this.acting = acting;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
        this.kept = kept;
    }

    void clear() {
        offices.centers().forEach(center -> acting.as(Actor.system(center), () -> clear(center)));
    }

    private void clear(String center) {
        Integer gone =
                transaction.execute(status -> jdbc.sql("delete from course_upload where center = ? and uploaded_at < ?")
                        .params(center, OffsetDateTime.now(clock).minus(kept))
                        .update());
        if (gone != null && gone > 0) {
            LOG.info("cleared {} files of courses that nobody agreed to", gone);
        }
    }
}
