package org.tasuki.training.paper;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tasuki.engine.Drawing.Box;
import org.tasuki.paper.PictureFont;

/**
 * Sets a name into lines. In Japanese a space is where a line may end, and is not written; only what is still too long is broken
 * elsewhere, and then as the language allows.
 */
final class Lettering {

    private static final FontRenderContext PAPER = new FontRenderContext(null, true, true);

    private static final double WIDEST = 90;

    private final Font font;

    Lettering() {
        PictureFont.makeKnown();
        font = new Font("Noto Sans JP", Font.PLAIN, (int) Tiles.LETTERS);
    }

    /** In the place that the file gives it; which is made wider for a word, since other fonts are a little narrower. */
    List<String> lines(String name, Box label) {
        double word = Stream.of(name.strip().split("\\s+"))
                .mapToDouble(this::width)
                .max()
                .orElse(0);
        return lines(name, Math.max(label.width() + 4, Math.min(WIDEST, word + 0.5)));
    }

    List<String> lines(String name, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String piece : pieces(name, width)) {
            String longer = join(line, piece);
            if (line.isEmpty() || width(longer) <= width) {
                line = longer;
            } else {
                lines.add(line.strip());
                line = piece;
            }
        }
        if (!line.isBlank()) {
            lines.add(line.strip());
        }
        return lines;
    }

    double width(String text) {
        return font.getStringBounds(text.strip(), PAPER).getWidth();
    }

    private List<String> pieces(String name, double width) {
        List<String> pieces = new ArrayList<>();
        for (String word : name.strip().split("(?<=\\s)(?=\\S)")) {
            if (width(word) <= width) {
                pieces.add(word);
            } else {
                pieces.addAll(broken(word, width));
            }
        }
        return pieces;
    }

    /** Where the language allows; a word that has no such place, wherever the line is full. */
    private List<String> broken(String word, double width) {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.JAPANESE);
        breaks.setText(word);
        List<String> pieces = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            String piece = word.substring(from, to);
            pieces.addAll(width(piece) <= width ? List.of(piece) : letters(piece, width));
        }
        return pieces;
    }

    private List<String> letters(String piece, double width) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        piece.codePoints().forEach(letter -> {
            if (!part.isEmpty() && width(part + Character.toString(letter)) > width) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.appendCodePoint(letter);
        });
        parts.add(part.toString());
        return parts;
    }

    private static String join(String line, String piece) {
        String before = line.strip();
        boolean together =
                !before.isEmpty() && wide(before.codePointBefore(before.length())) && wide(piece.codePointAt(0));
        return together ? before + piece : line + piece;
    }

    private static boolean wide(int letter) {
        return letter >= 0x3000 && letter < 0xA000 || letter >= 0xF900 && letter < 0xFFEF || letter >= 0x20000;
    }
}
