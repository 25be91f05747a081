package org.tasuki.engine;

import org.tasuki.terms.CaseNumber;

/** The whole referral came to an end; {@code end} is the id of the end event it came to. */
public record FlowEnded(CaseNumber number, String center, String end) {}
