package org.tasuki.staffing;

import org.tasuki.terms.FaultyFile;

/** A file of assignment rules that cannot be used; the message names the place, what is wrong, and what to do. */
public final class FaultyAssignment extends FaultyFile {

    private static final long serialVersionUID = 1L;

    FaultyAssignment(String place, String problem) {
        super("assignment.yaml, " + place + ": " + problem);
    }

    FaultyAssignment(String problem, Throwable cause) {
        super("assignment.yaml: " + problem, cause);
    }
}
