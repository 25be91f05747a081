package org.tasuki.terms;

import java.time.ZoneId;

/** What every center has in common. */
public final class Japan {

    /** Time limits of the law run in Japanese time, wherever the server stands; there is no daylight saving. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private Japan() {}
}
