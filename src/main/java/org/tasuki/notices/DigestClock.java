package org.tasuki.notices;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Lets the watch look while the office is open; the outbox has switched schedules on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("tasuki.mail.look-every")
class DigestClock {

    private static final Logger LOG = LoggerFactory.getLogger(DigestClock.class);

    private final DigestWatch watch;

    DigestClock(DigestWatch watch) {
        this.watch = watch;
    }

    /** The database may be away for a while; the next look catches up. */
    @Scheduled(fixedDelayString = "1m")
    void look() {
        try {
            watch.look();
        } catch (RuntimeException away) {
            LOG.warn("nobody looked after the day's mails: {}", away.getClass().getName());
        }
    }
}
