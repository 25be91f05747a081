package org.tasuki.operations;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Lets the watch look while the office is open. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty("tasuki.operations.look-every")
class RetryClock {

    private static final Logger LOG = LoggerFactory.getLogger(RetryClock.class);

    private final RetryWatch watch;

    RetryClock(RetryWatch watch) {
        this.watch = watch;
    }

    /** The database may be away for a while; the next look catches up. */
    @Scheduled(fixedDelayString = "${tasuki.operations.look-every}")
    void look() {
        try {
            watch.look();
        } catch (RuntimeException away) {
            LOG.warn("no run was worked off: {}", away.getClass().getName());
        }
    }
}
