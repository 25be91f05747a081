package org.tasuki.outbox;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Lets the watch look while the office is open. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty("tasuki.mail.look-every")
class OutboxClock {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxClock.class);

    private final OutboxWatch watch;
    private final OldMail old;

    OutboxClock(OutboxWatch watch, OldMail old) {
        this.watch = watch;
        this.old = old;
    }

    /** The database may be away for a while; the next look catches up. */
    @Scheduled(fixedDelayString = "${tasuki.mail.look-every}")
    void look() {
        try {
            watch.look();
        } catch (RuntimeException away) {
            LOG.warn("nobody looked after the mail: {}", away.getClass().getName());
        }
    }

    /** Four times a day: it is a small delete along an index. */
    @Scheduled(fixedDelay = 6, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void clear() {
        try {
            old.clear();
        } catch (RuntimeException away) {
            LOG.warn("nobody cleared old mail: {}", away.getClass().getName());
        }
    }
}
