package org.tasuki.casefile;

/** Why people take a case out of the flow, in their own words, fit to be kept. */
public record EndingReason(String text) {

    public static final int MOST = 1000;

    /** @throws Refusal when there is nothing to keep, or what cannot be kept */
    public EndingReason {
        text = Words.fit(text, MOST, "reason", "casefile.ending.reason.tooLong", "casefile.ending.reason.characters");
        if (text.isEmpty()) {
            throw new Refusal("reason", "casefile.ending.reason.missing");
        }
    }

    /** Never into a log: it may name a family. */
    @Override
    public String toString() {
        return "EndingReason";
    }
}
