package org.tasuki.inbox;

import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.tasuki.terms.OverAndOver;

/** Lets the inbox's news be told, and what is over be cleared away, while the office is open. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty("tasuki.inbox.tell-every")
class NewsClock {

    private final OverAndOver tell;
    private final OverAndOver clear;

    NewsClock(InboxNews news, OldSteps old) {
        this.tell = new OverAndOver("open pages are told what moved", news::tell);
        this.clear = new OverAndOver("old steps are cleared away", old::clear);
    }

    @Scheduled(fixedDelayString = "${tasuki.inbox.tell-every}")
    void tell() {
        tell.again();
    }

    /** Four times a day: it is a small delete along an index. */
    @Scheduled(fixedDelay = 6, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void clear() {
        clear.again();
    }
}
