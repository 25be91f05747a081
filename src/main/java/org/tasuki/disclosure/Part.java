package org.tasuki.disclosure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record, or a group of one, on which it is decided whether it is given.
 *
 * @param group what kind of record it is, in words that reveal nothing
 * @param ground why it is kept back as long as nobody decides otherwise: the number in art. 78 (1); null: given
 * @param fixed that nobody may decide otherwise: it would reveal the notifier
 */
public record Part(String key, String group, String title, List<Line> lines, @Nullable String ground, boolean fixed) {

    public record Line(String label, String text) {}

    Part decided(@Nullable String other) {
        return fixed ? this : new Part(key, group, title, lines, other, false);
    }

    /** Given, and nothing in it blacked out. */
    boolean whole() {
        return given() && lines.stream().noneMatch(line -> line.text().contains(Blackout.BAR));
    }

    /** How many places in it are blacked out. */
    public int bars() {
        return (int) lines.stream()
                .flatMap(line -> Blackout.pieces(line.text()).stream())
                .filter(Blackout.Piece::bar)
                .count();
    }

    /** What in it may name somebody. */
    public List<String> conspicuous() {
        return key.equals(Records.CHILD)
                ? List.of()
                : lines.stream()
                        .flatMap(line -> Conspicuous.in(line.text()).stream())
                        .distinct()
                        .toList();
    }

    public boolean given() {
        return ground == null;
    }
}
