package org.tasuki.notices;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.tasuki.terms.OverAndOver;

/** Lets the watch look while the office is open; the outbox has switched schedules on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("tasuki.mail.look-every")
class DigestClock {

    private final OverAndOver look;

    DigestClock(DigestWatch watch) {
        this.look = new OverAndOver("the day's mails are written", watch::look);
    }

    @Scheduled(fixedDelayString = "1m")
    void look() {
        look.again();
    }
}
