package org.tasuki.casefile;

import java.util.Arrays;
import java.util.Locale;

/** Why somebody must look, now, into a case that is not theirs; always in words as well, because somebody will read them. */
public record EmergencyReason(Kind kind, String words) {

    public static final int MOST = 300;

    public enum Kind {
        DANGER, // 児童の安全に関わる緊急の連絡
        POLICE, // 警察・医療機関からの照会
        ABSENCE, // 担当者の不在
        OTHER;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws Refusal when a part is missing, or cannot be kept */
    public static EmergencyReason of(String key, String typed) {
        Kind kind = Arrays.stream(Kind.values())
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refusal("reason", "casefile.emergency.reason.missing"));
        String words = Words.fit(
                typed, MOST, "words", "casefile.emergency.words.tooLong", "casefile.emergency.words.characters");
        if (words.isEmpty()) {
            throw new Refusal("words", "casefile.emergency.words.missing");
        }
        return new EmergencyReason(kind, words);
    }

    /** Never into a log: it may name a family. */
    @Override
    public String toString() {
        return "EmergencyReason[" + kind + "]";
    }
}
