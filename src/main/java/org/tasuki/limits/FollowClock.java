package org.tasuki.limits;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Lets the watch look while the office is open. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty("tasuki.deadlines.look-every")
class FollowClock {

    private static final Logger LOG = LoggerFactory.getLogger(FollowClock.class);

    private final FollowWatch watch;

    FollowClock(FollowWatch watch) {
        this.watch = watch;
    }

    /** The database may be away for a while; the next look catches up. */
    @Scheduled(fixedDelayString = "${tasuki.deadlines.look-every}")
    void look() {
        try {
            watch.look();
        } catch (RuntimeException away) {
            LOG.warn("no deadline followed its calendar: {}", away.getClass().getName());
        }
    }
}
