package org.tasuki.courses;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.tasuki.terms.OverAndOver;

/** Lets files that nobody agreed to be cleared away while the office is open. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty("tasuki.courses.clear-every")
class UploadClock {

    private final OverAndOver clear;

    UploadClock(OldUploads old) {
        this.clear = new OverAndOver("files of courses that nobody agreed to are cleared away", old::clear);
    }

    @Scheduled(fixedDelayString = "${tasuki.courses.clear-every}", initialDelayString = "10m")
    void clear() {
        clear.again();
    }
}
