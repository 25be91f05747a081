package org.tasuki.casefile;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody must know who notified.
 *
 * @param words more, as people say it; null when they left it at the kind
 */
public record UnmaskingReason(Kind kind, @Nullable String words) {

    public static final int MOST = 300;

    /** The short list; the trail knows no more than these keys. */
    public enum Kind {
        CALL_BACK,
        SAME_CALLER,
        SAFETY,
        INQUIRY,
        OTHER;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @throws Refusal when no reason is chosen, or the words cannot be kept */
    public static UnmaskingReason of(String key, String typed) {
        Kind kind = Arrays.stream(Kind.values())
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refusal("reason", "casefile.unmasking.reason.missing"));
        String words = Words.fit(
                typed, MOST, "words", "casefile.unmasking.words.tooLong", "casefile.unmasking.words.characters");
        if (words.isEmpty() && kind == Kind.OTHER) {
            throw new Refusal("words", "casefile.unmasking.words.missing");
        }
        return new UnmaskingReason(kind, words.isEmpty() ? null : words);
    }
}
