package org.tasuki.limits;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.tasuki.deadlines.MovePreview.Move;

/** What a change would move, and a mark of it: whoever confirms sends the mark back, and it is done only if it is still the same. */
public record Planned(List<Move> moves) {

    public Planned {
        moves = List.copyOf(moves);
    }

    public long over() {
        return moves.stream().filter(Move::over).count();
    }

    public String mark() {
        StringBuilder all = new StringBuilder();
        moves.forEach(move -> all.append(move.deadline())
                .append(' ')
                .append(move.before())
                .append(' ')
                .append(move.after())
                .append('\n'));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
