package org.tasuki.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The entries around a break, tried in its place: that tells a swap from a change, and names an entry without a link. */
final class Suspects {

    private static final int REACH = 1000;

    private final JdbcClient jdbc;
    private final String center;
    private final List<Chained> entries;

    Suspects(JdbcClient jdbc, String center, long around) {
        this.jdbc = jdbc;
        this.center = center;
        this.entries = jdbc.sql("select " + Chained.COLUMNS + " from audit_entry e"
                        + " where coalesce(e.center, '') = ? and e.id between ? and ? order by e.id")
                .params(center, around - REACH, around + REACH)
                .query(Chained::read)
                .list();
    }

    /** Whether some entry of here fits some link of here when it is put in this place: under a number of here, too. */
    boolean swapped(long seq, String previous) {
        Set<String> hashes = hashes(seq);
        long mine = jdbc.sql("select entry from audit_link where center = ? and seq = ?")
                .params(center, seq)
                .query(Long.class)
                .single();
        return entries.stream()
                .anyMatch(entry -> entry.id() != mine
                        && (hashes.contains(entry.hash(seq, previous))
                                || hashes.contains(entry.hash(mine, seq, previous))));
    }

    /** The number of the entry whose link is gone: with it in the gap the next link holds. 0 when it is not here either. */
    long unlinked(long gap, String previous, String nextHash, @Nullable Chained next) {
        return next == null
                ? 0
                : entries.stream()
                        .filter(entry ->
                                next.hash(gap + 1, entry.hash(gap, previous)).equals(nextHash))
                        .mapToLong(Chained::id)
                        .findFirst()
                        .orElse(0);
    }

    private Set<String> hashes(long seq) {
        return new HashSet<>(jdbc.sql("select hash from audit_link where center = ? and seq between ? and ?")
                .params(center, seq - REACH, seq + REACH)
                .query(String.class)
                .list());
    }
}
