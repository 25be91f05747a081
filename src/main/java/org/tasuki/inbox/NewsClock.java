package org.tasuki.inbox;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Lets the inbox's news be told, and what is over be cleared away, while the office is open. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty("tasuki.inbox.tell-every")
class NewsClock {

    private static final Logger LOG = LoggerFactory.getLogger(NewsClock.class);

    private final InboxNews news;
    private final OldSteps old;

    NewsClock(InboxNews news, OldSteps old) {
        this.news = news;
        this.old = old;
    }

    /** The database may be away for a while; the next time it is told. */
    @Scheduled(fixedDelayString = "${tasuki.inbox.tell-every}")
    void tell() {
        try {
            news.tell();
        } catch (RuntimeException away) {
            LOG.warn("the inbox's news were not told: {}", away.getClass().getName());
        }
    }

    /** Four times a day: it is a small delete along an index. */
    @Scheduled(fixedDelay = 6, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void clear() {
        try {
            old.clear();
        } catch (RuntimeException away) {
            LOG.warn("nobody cleared old steps: {}", away.getClass().getName());
        }
    }
}
