package org.tasuki.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.Acting;
import org.tasuki.terms.CaseNumber;
import tools.jackson.databind.json.JsonMapper;

/** The trail of the reader's own center, newest first, and a trail of who read it. */
@Component
@Transactional
public class TrailReader {

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final Acting acting;

    TrailReader(JdbcClient jdbc, AuditTrail trail, Acting acting) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.acting = acting;
    }

    /** What is asked for; null asks for everything. Of a person also what failed before they had signed in. From is the first moment, until the first that is too late. */
    public record Filter(
            @Nullable CaseNumber number,
            @Nullable String actor,
            @Nullable Act act,
            @Nullable Instant from,
            @Nullable Instant until) {}

    public record Row(
            long id, Instant at, String actor, @Nullable String number, String act, Map<String, String> detail) {}

    /** @param before the number of an entry: only older ones; {@link Long#MAX_VALUE} begins with the newest */
    public List<Row> page(Filter filter, long before, int most) {
        List<Row> rows = jdbc.sql(
                        """
                select id, at, actor, case_number, act, detail from audit_entry
                where center = :center and id < :before
                  and (:number::text is null or case_number = :number)
                  and (:actor::text is null or actor = :actor or actor = 'nobody' and detail ->> 'account' = :actor)
                  and (:act::text is null or act = :act)
                  and (:from::timestamptz is null or at >= :from) and (:until::timestamptz is null or at < :until)
                order by id desc limit :most
                """)
                .param("center", acting.current().center())
                .param("before", before)
                .param(
                        "number",
                        filter.number() == null ? null : filter.number().value())
                .param("actor", filter.actor())
                .param("act", filter.act() == null ? null : filter.act().key())
                .param("from", utc(filter.from()))
                .param("until", utc(filter.until()))
                .param("most", most)
                .query((row, index) -> new Row(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("case_number"),
                        row.getString("act"),
                        detail(row.getString("detail"))))
                .list();
        trail.note(Act.TRAIL_VIEWED, asked(filter));
        return rows;
    }

    private static Map<String, String> asked(Filter filter) {
        Map<String, String> asked = new TreeMap<>();
        put(asked, "case", filter.number());
        put(asked, "person", filter.actor());
        put(asked, "act", filter.act() == null ? null : filter.act().key());
        put(asked, "from", filter.from());
        put(asked, "until", filter.until());
        return asked;
    }

    private static void put(Map<String, String> asked, String key, @Nullable Object value) {
        if (value != null) {
            asked.put(key, value.toString());
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> detail(String json) {
        return new TreeMap<String, String>(JsonMapper.shared().readValue(json, Map.class));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
