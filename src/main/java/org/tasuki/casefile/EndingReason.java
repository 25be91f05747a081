package org.tasuki.casefile;

import java.text.Normalizer;

/** Why people take a case out of the flow, in their own words, fit to be kept. */
public record EndingReason(String text) {

    public static final int MOST = 1000;

    /** @throws Refusal when there is nothing to keep, or what cannot be kept */
    public EndingReason {
        text = Normalizer.normalize(text.strip(), Normalizer.Form.NFC).replace("\r\n", "\n");
        if (text.isEmpty()) {
            throw new Refusal("reason", "casefile.ending.reason.missing");
        }
        if (text.codePointCount(0, text.length()) > MOST) {
            throw new Refusal("reason", "casefile.ending.reason.tooLong");
        }
        if (text.chars().anyMatch(point -> Character.isISOControl(point) && point != '\n' && point != '\t')) {
            throw new Refusal("reason", "casefile.ending.reason.control");
        }
    }

    /** Never into a log: it may name a family. */
    @Override
    public String toString() {
        return "EndingReason";
    }
}
