package org.tasuki.casefile;

import org.tasuki.terms.Typing;

/** What somebody says in their own words, fit to be kept. */
final class Words {

    private Words() {}

    /**
     * In one form of Unicode, without blanks around it; empty when nothing was said.
     *
     * @throws Refusal when it is longer than {@code most} characters, or holds what no keyboard types, with the message for it
     */
    static String fit(String typed, int most, String field, String tooLong, String characters) {
        String words = Typing.tidy(typed);
        if (Typing.length(words) > most) {
            throw new Refusal(field, tooLong);
        }
        if (Typing.hostile(words, true)) {
            throw new Refusal(field, characters);
        }
        return words;
    }
}
