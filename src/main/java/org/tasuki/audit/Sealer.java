package org.tasuki.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Appends a link for each entry that has none. An act only writes its entry: if it had to know the link before its own,
 * every act of an office would wait for the one before it. The order of a chain is the order of its links, so an entry that
 * commits late comes late and cannot slip in front of others.
 */
@Component
class Sealer {

    private static final int BATCH = 1000;

    private static final String UNSEALED =
            """
            from audit_entry e
            where coalesce(e.center, '') = :center and e.written_in >= :horizon::xid8
              and not exists (select from audit_link l where l.entry = e.id)
            """;

    private final JdbcClient jdbc;
    private final Chains chains;

    /**
     * A chain's transactions before this one have ended and are sealed. Kept in memory only: after a start everything is
     * looked at once, also on a restored database, whose transactions count anew.
     */
    private final Map<String, String> horizons = new ConcurrentHashMap<>();

    Sealer(JdbcClient jdbc, Chains chains) {
        this.jdbc = jdbc;
        this.chains = chains;
    }

    /** Entries without a link yet. */
    record Waiting(long count, @Nullable Instant oldest) {}

    record Link(long seq, String hash) {

        static final Link NONE = new Link(0, Chained.BEGINNING);
    }

    /** Seals what is committed in every chain, waiting for whoever seals already; answers how many links that were. */
    int sealAll() {
        return chains.all().stream().mapToInt(this::seal).sum();
    }

    int seal(String center) {
        String looked = chains.at(center, this::oldestTransaction);
        int sealed = 0;
        int more;
        do {
            more = chains.at(center, () -> sealSome(center));
            sealed += more;
        } while (more == BATCH);
        horizons.put(center, looked);
        return sealed;
    }

    /** In a transaction that may see the chain. */
    Waiting waiting(String center) {
        return jdbc.sql("select count(*) as count, min(recorded_at) as oldest " + UNSEALED)
                .param("center", center)
                .param("horizon", horizon(center))
                .query((row, index) -> {
                    OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
                    return new Waiting(row.getLong("count"), oldest == null ? null : oldest.toInstant());
                })
                .single();
    }

    /** In a transaction that may see the chain. */
    Link last(String center) {
        return jdbc.sql("select seq, hash from audit_link where center = ? order by seq desc limit 1")
                .param(center)
                .query((row, index) -> new Link(row.getLong("seq"), row.getString("hash")))
                .optional()
                .orElse(Link.NONE);
    }

    private int sealSome(String center) {
        lock(center);
        List<Chained> entries = jdbc.sql("select " + Chained.COLUMNS + " " + UNSEALED + " order by e.id limit " + BATCH)
                .param("center", center)
                .param("horizon", horizon(center))
                .query(Chained::read)
                .list();
        if (!entries.isEmpty()) {
            append(center, entries);
        }
        return entries.size();
    }

    /** In one statement: row by row, who may write a link is asked anew for each of a busy minute's thousands. */
    private void append(String center, List<Chained> entries) {
        Long[] places = new Long[entries.size()];
        String[] hashes = new String[entries.size()];
        Link before = last(center);
        for (int at = 0; at < places.length; at++) {
            places[at] = before.seq() + 1;
            hashes[at] = entries.get(at).hash(places[at], before.hash());
            before = new Link(places[at], hashes[at]);
        }
        jdbc.sql(
                        """
                        insert into audit_link (center, seq, entry, hash)
                        select :center, l.* from unnest(:places::bigint[], :entries::bigint[], :hashes::text[]) l
                        """)
                .param("center", center)
                .param("places", places)
                .param("entries", entries.stream().map(Chained::id).toArray(Long[]::new))
                .param("hashes", hashes)
                .update();
    }

    /** One sealer a chain, in whatever process; the statement after it sees what the one before it has committed. */
    private void lock(String center) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('tasuki.audit.' || ?, 0))::text")
                .param(center)
                .query(String.class)
                .single();
    }

    private String oldestTransaction() {
        return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
                .query(String.class)
                .single();
    }

    private String horizon(String center) {
        return horizons.getOrDefault(center, "0");
    }
}
