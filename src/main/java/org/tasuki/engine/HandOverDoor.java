package org.tasuki.engine;

/** What process files call {@code handOvers}; the hand-overs themselves live in the core. */
public interface HandOverDoor {

    /** Sends a prepared and approved hand-over to its agency, and names that agency. */
    String send(String handOver);

    /** The agency let its time limit pass without an answer. */
    void silent(String handOver);

    /** Whether every hand-over of the case has come to its end; a case closes only then. */
    boolean noneOpen(String caseNumber);
}
