package org.tasuki.casefile;

/** Why a task goes back to the desk before it. Required: whoever gets it must know what to look at. */
public record SendBackReason(String text) {

    public static final int MOST = 500;

    /** @throws Refusal when there is nothing to keep, or what cannot be kept */
    public SendBackReason {
        text = Words.fit(
                text, MOST, "reason", "casefile.sendBack.reason.tooLong", "casefile.sendBack.reason.characters");
        if (text.isEmpty()) {
            throw new Refusal("reason", "casefile.sendBack.reason.missing");
        }
    }

    /** Never into a log: it may name a family. */
    @Override
    public String toString() {
        return "SendBackReason";
    }
}
