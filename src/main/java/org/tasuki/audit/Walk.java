package org.tasuki.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tasuki.audit.Verdict.Break;
import org.tasuki.audit.Verdict.Fault;

/** One way along a chain, link by link, until the end or the first break. */
final class Walk {

    /** Longer than any transaction of the house, and than two clocks of one office differ. */
    static final Duration TOLERANCE = Duration.ofHours(1);

    private static final int STRIDE = 2000;

    private final JdbcClient jdbc;
    private final String center;
    private final Map<Long, List<Head>> heads = new HashMap<>();
    private final long furthestHead;

    private long seq;
    private long entry;
    private String previous;
    private long afterLastHead;
    private Instant latest = Instant.MIN;

    Walk(JdbcClient jdbc, String center, List<Head> heads, Sealer.Link from) {
        this.jdbc = jdbc;
        this.center = center;
        this.seq = from.seq();
        this.previous = from.hash();
        heads.forEach(head -> this.heads.merge(head.seq(), List.of(head), Walk::both));
        this.furthestHead = heads.stream().mapToLong(Head::seq).max().orElse(0);
    }

    /** @param entry null when it is gone */
    private record Step(long seq, long number, String hash, @Nullable Chained entry) {

        static Step read(ResultSet row, int index) throws SQLException {
            long number = row.getLong("entry");
            return new Step(
                    row.getLong("seq"),
                    number,
                    row.getString("hash"),
                    row.getObject("id") == null ? null : Chained.read(row, index));
        }
    }

    @Nullable
    Break firstBreak() {
        List<Step> stride;
        do {
            stride = stride();
            for (Step step : stride) {
                Break broken = check(step);
                if (broken != null) {
                    return broken;
                }
            }
        } while (stride.size() == STRIDE);
        return furthestHead > seq ? new Break(Fault.TRUNCATED, seq + 1, entry) : null;
    }

    long walked() {
        return seq;
    }

    private @Nullable Break check(Step step) {
        if (step.seq() != seq + 1) {
            long lost =
                    new Suspects(jdbc, center, step.number()).unlinked(seq + 1, previous, step.hash(), step.entry());
            return new Break(Fault.UNLINKED, seq + 1, lost);
        }
        Chained found = step.entry();
        if (found == null) {
            return new Break(Fault.MISSING, step.seq(), step.number());
        }
        if (!found.hash(step.seq(), previous).equals(step.hash())) {
            boolean elsewhere = new Suspects(jdbc, center, step.number()).swapped(step.seq(), previous);
            return new Break(elsewhere ? Fault.REORDERED : Fault.CHANGED, step.seq(), step.number());
        }
        if (isOutOfItsTime(found)) {
            return new Break(Fault.INSERTED, step.seq(), step.number());
        }
        return go(step, found);
    }

    private @Nullable Break go(Step step, Chained found) {
        seq = step.seq();
        entry = step.number();
        previous = step.hash();
        latest = found.recorded().isAfter(latest) ? found.recorded() : latest;
        afterLastHead = afterLastHead == 0 ? entry : afterLastHead;
        List<Head> here = heads.getOrDefault(seq, List.of());
        if (here.stream().anyMatch(head -> !head.hash().equals(step.hash()))) {
            return new Break(Fault.REWRITTEN, seq, afterLastHead);
        }
        afterLastHead = here.isEmpty() ? afterLastHead : 0;
        return null;
    }

    private boolean isOutOfItsTime(Chained found) {
        return Duration.between(found.at(), found.recorded()).abs().compareTo(TOLERANCE) > 0
                || !latest.equals(Instant.MIN) && found.recorded().isBefore(latest.minus(TOLERANCE));
    }

    private List<Step> stride() {
        return jdbc.sql("select l.seq, l.entry, l.hash, " + Chained.COLUMNS
                        + " from audit_link l left join audit_entry e on e.id = l.entry"
                        + " where l.center = ? and l.seq > ? order by l.seq limit " + STRIDE)
                .params(center, seq)
                .query(Step::read)
                .list();
    }

    private static List<Head> both(List<Head> one, List<Head> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
