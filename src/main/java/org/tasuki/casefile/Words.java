package org.tasuki.casefile;

import java.text.Normalizer;

/** What somebody says in their own words, fit to be kept. */
final class Words {

    private Words() {}

    /**
     * In one form of Unicode, without blanks around it; empty when nothing was said.
     *
     * @throws Refusal when it is longer than {@code most} characters, or holds what no keyboard types, with the message for it
     */
    static String fit(String typed, int most, String field, String tooLong, String characters) {
        String words = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC).replace("\r\n", "\n");
        if (words.codePointCount(0, words.length()) > most) {
            throw new Refusal(field, tooLong);
        }
        if (words.chars().anyMatch(point -> Character.isISOControl(point) && point != '\n' && point != '\t')) {
            throw new Refusal(field, characters);
        }
        return words;
    }
}
