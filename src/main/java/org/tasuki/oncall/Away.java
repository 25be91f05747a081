package org.tasuki.oncall;

import java.time.Instant;

/** Whether a person is away (不在): nobody is put on call then, and whoever is on the list already is passed over. */
@FunctionalInterface
public interface Away {

    /** At any moment of this stretch. */
    boolean isAway(String account, Stretch during);

    default boolean isAway(String account, Instant now) {
        return isAway(account, new Stretch(now, now.plusSeconds(1)));
    }
}
