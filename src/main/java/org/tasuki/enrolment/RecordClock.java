package org.tasuki.enrolment;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.tasuki.terms.OverAndOver;

/** Lets what is over in the training record be erased while the office is open; it changes once a year. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty("tasuki.training.erase-every")
class RecordClock {

    private final OverAndOver erase;

    RecordClock(OldRecords old) {
        this.erase = new OverAndOver("old training records are erased", old::erase);
    }

    @Scheduled(fixedDelayString = "${tasuki.training.erase-every}", initialDelayString = "20m")
    void erase() {
        erase.again();
    }
}
