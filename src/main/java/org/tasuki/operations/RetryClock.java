package org.tasuki.operations;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.tasuki.terms.OverAndOver;

/** Lets the watch look while the office is open. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty("tasuki.operations.look-every")
class RetryClock {

    private final OverAndOver look;

    RetryClock(RetryWatch watch) {
        this.look = new OverAndOver("what failed is tried again", watch::look);
    }

    @Scheduled(fixedDelayString = "${tasuki.operations.look-every}")
    void look() {
        look.again();
    }
}
