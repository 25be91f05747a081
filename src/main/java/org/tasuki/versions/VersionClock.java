package org.tasuki.versions;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Lets the watch look while the office is open. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty("tasuki.versions.look-every")
class VersionClock {

    private static final Logger LOG = LoggerFactory.getLogger(VersionClock.class);

    private final VersionWatch watch;

    VersionClock(VersionWatch watch) {
        this.watch = watch;
    }

    /** The database may be away for a while; the next look catches up. */
    @Scheduled(fixedDelayString = "${tasuki.versions.look-every}")
    void look() {
        try {
            watch.look();
        } catch (RuntimeException away) {
            LOG.warn("no version was looked for: {}", away.getClass().getName());
        }
    }
}
