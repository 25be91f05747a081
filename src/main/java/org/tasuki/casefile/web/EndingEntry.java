package org.tasuki.casefile.web;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import org.tasuki.casefile.Refusal;
import org.tasuki.terms.CaseNumber;

/**
 * What was typed into one of the two forms, and what is wrong with it.
 *
 * @param likely a case chosen from the list
 * @param into a number typed
 * @param problems message keys by field
 */
record EndingEntry(String likely, String into, String reason, Map<String, String> problems) {

    static final EndingEntry NOTHING = new EndingEntry("", "", "", Map.of());

    /**
     * The case to join to.
     *
     * @throws Refusal when there is none, or what was typed is not a number, or says another than was chosen
     */
    static CaseNumber target(String likely, String into) {
        String typed = Normalizer.normalize(into, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
        if (!likely.isEmpty() && !typed.isEmpty() && !typed.equals(likely)) {
            throw new Refusal("into", "casefile.joining.twice");
        }
        String number = likely.isEmpty() ? typed : likely;
        if (number.isEmpty()) {
            throw new Refusal("into", "casefile.joining.missing");
        }
        if (!CaseNumber.looksLike(number)) {
            throw new Refusal("into", "casefile.joining.shape");
        }
        return new CaseNumber(number);
    }
}
