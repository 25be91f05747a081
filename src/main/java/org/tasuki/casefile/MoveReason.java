package org.tasuki.casefile;

/** Why a case is moved to another step beside its flow. Required: whoever finds it there must know. */
public record MoveReason(String text) {

    public static final int MOST = 500;

    /** @throws Refusal when there is nothing to keep, or what cannot be kept */
    public MoveReason {
        text = Words.fit(text, MOST, "reason", "casefile.move.reason.tooLong", "casefile.move.reason.characters");
        if (text.isEmpty()) {
            throw new Refusal("reason", "casefile.move.reason.missing");
        }
    }

    /** Never into a log: it may name a family. */
    @Override
    public String toString() {
        return "MoveReason";
    }
}
