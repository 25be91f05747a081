package org.tasuki.workload;

import org.tasuki.terms.FaultyFile;

/** A file of weights that cannot be used; the message names the place, what is wrong, and what to do. */
public final class FaultyLoad extends FaultyFile {

    private static final long serialVersionUID = 1L;

    FaultyLoad(String place, String problem) {
        super("workload.yaml, " + place + ": " + problem);
    }

    FaultyLoad(String problem, Throwable cause) {
        super("workload.yaml: " + problem, cause);
    }
}
