package org.tasuki.people;

import java.util.Locale;

/** How much of a center's cases an actor reaches. The database decides by it: see {@code V25__who_may.sql}. */
public enum Scope {
    /** No case, but what was handed over to the actor's agency. */
    NONE,
    /** The cases that the actor works on, and those whose next step waits at one of the actor's desks. */
    TEAM,
    /** Every case of the center that is not kept from the actor. */
    CENTER,
    /** A step of the flow, which moves a case on whoever took it: timers, and answers that were let in before. */
    FLOW;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
