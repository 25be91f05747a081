package org.tasuki.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Seals every few seconds and signs every few minutes, while the office is open. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty("tasuki.audit.seal-every")
class SealingClock {

    private static final Logger LOG = LoggerFactory.getLogger(SealingClock.class);

    private final Sealer sealer;
    private final Heads heads;
    private boolean failed;

    SealingClock(Sealer sealer, Heads heads) {
        this.sealer = sealer;
        this.heads = heads;
        if (!heads.canSign()) {
            LOG.warn("the trail is sealed, but its heads are not signed: name a key in TASUKI_AUDIT_KEY");
        }
    }

    @Scheduled(fixedDelayString = "${tasuki.audit.seal-every}")
    void seal() {
        attempt(sealer::sealAll);
    }

    @Scheduled(fixedDelayString = "${tasuki.audit.sign-every}", initialDelayString = "${tasuki.audit.sign-every}")
    void sign() {
        attempt(heads::signAll);
    }

    /** The database may be away for a while; that is said once, and once that it is over. */
    private synchronized void attempt(Runnable work) {
        try {
            work.run();
            if (failed) {
                LOG.info("the trail is being sealed again");
            }
            failed = false;
        } catch (RuntimeException away) {
            if (!failed) {
                LOG.warn("the trail waits to be sealed: {}", away.getClass().getSimpleName());
            }
            failed = true;
        }
    }
}
