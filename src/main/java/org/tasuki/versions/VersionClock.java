package org.tasuki.versions;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.tasuki.terms.OverAndOver;

/** Lets the watch look while the office is open. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty("tasuki.versions.look-every")
class VersionClock {

    private final OverAndOver look;

    VersionClock(VersionWatch watch) {
        this.look = new OverAndOver("versions begin, and cases move to them", watch::look);
    }

    @Scheduled(fixedDelayString = "${tasuki.versions.look-every}")
    void look() {
        look.again();
    }
}
