package org.tasuki.outbox;

import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.tasuki.terms.OverAndOver;

/** Lets the watch look while the office is open. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty("tasuki.mail.look-every")
class OutboxClock {

    private final OverAndOver look;
    private final OverAndOver clear;

    OutboxClock(OutboxWatch watch, OldMail old) {
        this.look = new OverAndOver("mail goes out", watch::look);
        this.clear = new OverAndOver("old mail is cleared away", old::clear);
    }

    @Scheduled(fixedDelayString = "${tasuki.mail.look-every}")
    void look() {
        look.again();
    }

    /** Four times a day: it is a small delete along an index. */
    @Scheduled(fixedDelay = 6, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void clear() {
        clear.again();
    }
}
