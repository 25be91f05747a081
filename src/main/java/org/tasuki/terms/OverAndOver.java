package org.tasuki.terms;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that a clock begins again and again. The database may be away for a while: the next time catches up, so that it is said once
 * that the work fails, and once that it goes on. Of what failed only the kind is said; its words may hold anything.
 */
public final class OverAndOver {

    private static final Logger LOG = LoggerFactory.getLogger(OverAndOver.class);

    private final String what;
    private final Runnable work;
    private boolean failing;

    /** @param what is done, as the log is to call it */
    public OverAndOver(String what, Runnable work) {
        this.what = what;
        this.work = work;
    }

    public synchronized void again() {
        try {
            work.run();
            if (failing) {
                LOG.info("happens again: {}", what);
            }
            failing = false;
        } catch (RuntimeException away) {
            if (!failing) {
                LOG.warn(
                        "does not happen for a while: {} ({})",
                        what,
                        away.getClass().getName());
            }
            failing = true;
        }
    }
}
