package org.tasuki.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.tasuki.terms.OverAndOver;

/** Seals every few seconds and signs every few minutes, while the office is open. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty("tasuki.audit.seal-every")
class SealingClock {

    private static final Logger LOG = LoggerFactory.getLogger(SealingClock.class);

    private final OverAndOver seal;
    private final OverAndOver sign;

    SealingClock(Sealer sealer, Heads heads) {
        this.seal = new OverAndOver("the trail is sealed", sealer::sealAll);
        this.sign = new OverAndOver("the heads of the trail are signed", heads::signAll);
        if (!heads.canSign()) {
            LOG.warn("the trail is sealed, but its heads are not signed: name a key in TASUKI_AUDIT_KEY");
        }
    }

    @Scheduled(fixedDelayString = "${tasuki.audit.seal-every}")
    void seal() {
        seal.again();
    }

    @Scheduled(fixedDelayString = "${tasuki.audit.sign-every}", initialDelayString = "${tasuki.audit.sign-every}")
    void sign() {
        sign.again();
    }
}
