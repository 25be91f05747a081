package org.tasuki.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tasuki.audit.Verdict.Break;
import org.tasuki.audit.Verdict.Fault;

/** Checks chains against their entries and against the signed heads. What waits is sealed before, so that it counts. */
@Component
public class TrailCheck {

    private final JdbcClient jdbc;
    private final Chains chains;
    private final Sealer sealer;
    private final Heads heads;

    TrailCheck(JdbcClient jdbc, Chains chains, Sealer sealer, Heads heads) {
        this.jdbc = jdbc;
        this.chains = chains;
        this.sealer = sealer;
        this.heads = heads;
    }

    /** Every chain, also one that only a signed head still speaks of. */
    public List<Verdict> all() {
        List<Verdict> verdicts = Stream.concat(
                        chains.all().stream(), kept().stream().map(Head::center))
                .distinct()
                .map(this::of)
                .toList();
        if (verdicts.stream().allMatch(Verdict::whole)) {
            heads.signAll();
        }
        return verdicts;
    }

    /** One chain from its beginning. */
    public Verdict of(String center) {
        sealer.seal(center);
        return chains.at(center, () -> judge(center, Sealer.Link.NONE));
    }

    /** Only the last links, quickly enough for a page. */
    public Verdict tail(String center, int links) {
        return chains.at(center, () -> judge(center, before(center, links)));
    }

    /** Whether heads are signed here, and their signatures looked at. */
    public boolean knowsKey() {
        return heads.knowsKey();
    }

    private Verdict judge(String center, Sealer.Link from) {
        List<Head> signed = heads(center);
        Walk walk = new Walk(jdbc, center, signed, from);
        Break broken = forged(signed);
        if (broken == null) {
            broken = walk.firstBreak();
        }
        Sealer.Waiting waiting = sealer.waiting(center);
        @Nullable Head last = heads.last(center).orElse(null);
        return new Verdict(
                center,
                walk.walked(),
                broken,
                waiting.count(),
                waiting.oldest(),
                last == null ? 0 : last.seq(),
                last == null ? null : last.at());
    }

    private @Nullable Break forged(List<Head> signed) {
        return heads.knowsKey()
                ? signed.stream()
                        .filter(head -> !heads.isOurs(head))
                        .findFirst()
                        .map(head -> new Break(Fault.FORGED_HEAD, head.seq(), 0))
                        .orElse(null)
                : null;
    }

    private Sealer.Link before(String center, int links) {
        long seq = sealer.last(center).seq() - links;
        return jdbc.sql("select seq, hash from audit_link where center = ? and seq = ?")
                .params(center, seq)
                .query((row, index) -> new Sealer.Link(row.getLong("seq"), row.getString("hash")))
                .optional()
                .orElse(Sealer.Link.NONE);
    }

    private List<Head> heads(String center) {
        try {
            return heads.of(center);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<Head> kept() {
        try {
            return heads.kept();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
