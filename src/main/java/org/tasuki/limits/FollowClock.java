package org.tasuki.limits;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.tasuki.terms.OverAndOver;

/** Lets the watch look while the office is open. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty("tasuki.deadlines.look-every")
class FollowClock {

    private final OverAndOver look;

    FollowClock(FollowWatch watch) {
        this.look = new OverAndOver("deadlines follow their calendars and rules", watch::look);
    }

    @Scheduled(fixedDelayString = "${tasuki.deadlines.look-every}")
    void look() {
        look.again();
    }
}
