package org.tasuki.casefile;

import org.tasuki.terms.CaseNumber;

/** A room that gives tasks of a case to people, and takes them back. */
public interface HeldTasks {

    /** Puts what the person holds of the case back on its desks, in the caller's transaction. */
    void putBack(CaseNumber number, String account);

    /** What the case's officer held at the officers' desk goes to the new one, in the caller's transaction. */
    void handOver(CaseNumber number, String from, String to);
}
