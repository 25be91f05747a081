package org.tasuki.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes words out of the text itself: what is blacked out is not there any more, whatever somebody does to the file. The
 * bar is always as long, so that it does not tell how long the name was.
 */
public final class Blackout {

    public static final String BAR = "■■■";

    private static final int LEAST = 2;

    /** Blanks, and what nobody sees between two characters: marks of direction, of joining, and of a character's variant. */
    private static final String BETWEEN = "[\\s　\\p{Cf}\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]*";

    private final @Nullable Pattern words;

    private Blackout(@Nullable Pattern words) {
        this.words = words;
    }

    /** @param words names and whatever else gives people away; the longest goes first, blanks within it make no difference */
    public static Blackout of(Collection<String> words) {
        List<String> patterns = words.stream()
                .map(String::strip)
                .flatMap(Blackout::spellings)
                .filter(word -> word.codePointCount(0, word.length()) >= LEAST)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Blackout::pattern)
                .toList();
        return new Blackout(
                patterns.isEmpty()
                        ? null
                        : Pattern.compile(String.join("|", patterns), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** A stretch of text, or a bar. */
    public record Piece(String text, boolean bar) {}

    /** A text in which words were blacked out, bar by bar. */
    static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(BAR); at >= 0; at = text.indexOf(BAR, from)) {
            pieces.add(new Piece(text.substring(from, at), false));
            pieces.add(new Piece("", true));
            from = at + BAR.length();
        }
        pieces.add(new Piece(text.substring(from), false));
        return pieces.stream()
                .filter(piece -> piece.bar() || !piece.text().isEmpty())
                .toList();
    }

    public String in(String text) {
        return words == null ? text : words.matcher(text).replaceAll(BAR);
    }

    /** The whole name, and the given name alone; the family name may be the child's own. */
    private static Stream<String> spellings(String word) {
        String[] parts = word.split("[\\s　]+");
        return parts.length == 2 ? Stream.of(word, parts[1]) : Stream.of(word);
    }

    private static String pattern(String word) {
        return word.codePoints()
                .filter(point -> !Character.isWhitespace(point))
                .mapToObj(point -> Pattern.quote(Character.toString(point)))
                .collect(Collectors.joining(BETWEEN));
    }
}
