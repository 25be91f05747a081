package org.tasuki.terms;

import com.ibm.icu.text.FilteredNormalizer2;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import java.util.regex.Pattern;

/** The characters that people type, made fit to keep: of forms, of notes and reasons, of names. */
public final class Typing {

    /**
     * Compatibility ideographs stay as they are: NFC would turn the 神 or 福 of a name's register form (U+FA19, U+FA1B)
     * into another character.
     */
    private static final FilteredNormalizer2 NFC = new FilteredNormalizer2(
            Normalizer2.getNFCInstance(), new UnicodeSet("[^\\uF900-\\uFAFF\\U0002F800-\\U0002FA1F]").freeze());

    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

    /**
     * Control characters, lone surrogates, non-characters, the replacement character, and the marks that turn the order
     * of reading around: a name that reads otherwise than it is stored is a trap.
     */
    private static final UnicodeSet HOSTILE = new UnicodeSet(
                    "[[:Cc:][:Cs:][:Noncharacter_Code_Point:][:Bidi_Control:]\\uFFFD\\uFEFF\\u2028\\u2029]")
            .remove('\n')
            .freeze();

    private static final Pattern LINE_END = Pattern.compile("\r\n?");

    private Typing() {}

    /** Trimmed (wide blanks too), line ends as one character, tabs as blanks, NFC. */
    public static String tidy(String raw) {
        return NFC.normalize(LINE_END.matcher(raw).replaceAll("\n").replace('\t', ' '))
                .strip();
    }

    /** @param manyLines whether a line break may stand in it */
    public static boolean hostile(String text, boolean manyLines) {
        return HOSTILE.containsSome(text) || (!manyLines && text.indexOf('\n') >= 0);
    }

    /** Full-width digits and signs as narrow ones. */
    public static String narrow(String text) {
        return NFKC.normalize(text).strip();
    }

    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** What was typed, shown again: characters that cannot be kept are marked, so that they can be found. */
    public static String visible(String raw) {
        StringBuilder shown = new StringBuilder(raw.length());
        raw.codePoints()
                .forEach(c -> shown.appendCodePoint(HOSTILE.contains(c) && c != '\r' && c != '\t' ? '\uFFFD' : c));
        return shown.toString();
    }
}
