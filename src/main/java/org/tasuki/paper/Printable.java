package org.tasuki.paper;

import java.text.Normalizer;

/** A text with nothing in it that paper cannot show. */
class Printable {

    /** What Japanese printers set where they have no type (下駄記号). */
    static final int GETA = 0x3013;

    private final PaperFont font;

    Printable(PaperFont font) {
        this.font = font;
    }

    String of(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(character -> !silent(character))
                .map(font::usual)
                .map(character -> blank(character) || font.shows(character) ? character : GETA)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static boolean blank(int character) {
        return character == '\n' || character == '\t' || character == ' ' || character == 0x3000;
    }

    /** Control characters; and the choice among forms of the same character, of which the font has one. */
    private static boolean silent(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> !blank(character);
            case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> true;
            default ->
                Character.UnicodeBlock.VARIATION_SELECTORS.equals(Character.UnicodeBlock.of(character))
                        || Character.UnicodeBlock.VARIATION_SELECTORS_SUPPLEMENT.equals(
                                Character.UnicodeBlock.of(character));
        };
    }
}
