package org.tasuki.people;

/** Asked by what outlives a request: whether the person in whose session it began is still signed in there. */
public interface OpenSessions {

    /** Asking does not prolong it. */
    boolean isOpen(String sessionId);
}
