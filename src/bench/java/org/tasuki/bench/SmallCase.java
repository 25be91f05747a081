package org.tasuki.bench;

/** The same small case everywhere: it starts, two tasks with a time limit each are claimed and completed, it ends. */
interface SmallCase {

    String name();

    /** A case that waits at its first task. */
    void begin();

    /** From the start to the end, in five transactions, as people at five moments would have it. */
    void run();
}
