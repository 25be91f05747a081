package org.tasuki.inbox.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Lets the open pages hear of what moved, once a second at most. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty("tasuki.inbox.tell-every")
class StreamClock {

    private final OpenStreams streams;

    StreamClock(OpenStreams streams) {
        this.streams = streams;
    }

    @Scheduled(fixedDelay = 1000)
    void beat() {
        streams.beat();
    }
}
