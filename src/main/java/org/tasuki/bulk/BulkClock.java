package org.tasuki.bulk;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Lets the watch look while the office is open. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty("tasuki.bulk.look-every")
class BulkClock {

    private static final Logger LOG = LoggerFactory.getLogger(BulkClock.class);

    private final BulkWatch watch;

    BulkClock(BulkWatch watch) {
        this.watch = watch;
    }

    /** The database may be away for a while; the next look catches up. */
    @Scheduled(fixedDelayString = "${tasuki.bulk.look-every}")
    void look() {
        try {
            watch.look();
        } catch (RuntimeException away) {
            LOG.warn("no run was worked off: {}", away.getClass().getName());
        }
    }
}
