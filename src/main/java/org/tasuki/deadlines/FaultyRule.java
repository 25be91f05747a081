package org.tasuki.deadlines;

import org.tasuki.terms.FaultyFile;

/** A rule file that cannot be used; the message names the rule, what is wrong, and what to do. */
public final class FaultyRule extends FaultyFile {

    FaultyRule(String id, String problem) {
        super("deadlines.yaml, rule " + id + ": " + problem);
    }

    FaultyRule(String problem) {
        super("deadlines.yaml: " + problem);
    }

    FaultyRule(String problem, Throwable cause) {
        super("deadlines.yaml: " + problem, cause);
    }
}
