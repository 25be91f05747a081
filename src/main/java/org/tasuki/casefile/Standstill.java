package org.tasuki.casefile;

import java.util.Optional;

/** A room that lets a center's work stand still for a while: a practice class that is paused, or over. Real work always goes on. */
public interface Standstill {

    /** The key of the message that says why nothing is done there now; empty while work goes on. */
    Optional<String> of(String center);

    /** The same for a case that is about to begin: until it has, in the caller's transaction, work there is not stopped either. */
    Optional<String> beforeBeginning(String center);
}
