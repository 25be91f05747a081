package org.tasuki.casefile.web;

import org.tasuki.terms.CaseNumber;

/** A case of the center that is not the reader's, but that an emergency could open. */
final class OutsideOwn extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient CaseNumber number;

    OutsideOwn(CaseNumber number) {
        super("not the reader's own case", null, false, false);
        this.number = number;
    }

    CaseNumber number() {
        return number;
    }
}
