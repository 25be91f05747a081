package org.tasuki.bulk;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.tasuki.terms.OverAndOver;

/** Lets the watch look while the office is open. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty("tasuki.bulk.look-every")
class BulkClock {

    private final OverAndOver look;

    BulkClock(BulkWatch watch) {
        this.look = new OverAndOver("runs of many tasks are worked off", watch::look);
    }

    @Scheduled(fixedDelayString = "${tasuki.bulk.look-every}")
    void look() {
        look.again();
    }
}
