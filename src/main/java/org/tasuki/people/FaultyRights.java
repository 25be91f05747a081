package org.tasuki.people;

import org.tasuki.terms.FaultyFile;

/** A table of rights that cannot be used; the message names the role, what is wrong, and what to do. */
public final class FaultyRights extends FaultyFile {

    FaultyRights(String role, String problem) {
        super("rights.yaml, role " + role + ": " + problem);
    }

    FaultyRights(String problem) {
        super("rights.yaml: " + problem);
    }

    FaultyRights(String problem, Throwable cause) {
        super("rights.yaml: " + problem, cause);
    }
}
