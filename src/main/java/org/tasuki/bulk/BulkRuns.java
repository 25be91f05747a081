package org.tasuki.bulk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.AuditTrail;
import org.tasuki.inbox.InboxItem;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.terms.CaseNumber;

/** The runs of whoever acts. Another person's does not exist. */
@Component
@Transactional
public class BulkRuns {

    public static final int MOST = 1_000;

    private static final int SHOWN = 20;

    /** Whoever goes home over a selection finds it again the next morning. */
    private static final Duration UNUSED = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;

    BulkRuns(JdbcClient jdbc, Acting acting, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
    }

    /** Writes a selection down, in the order in which it is worked off. */
    public UUID choose(List<InboxItem> items) {
        Actor me = acting.current();
        UUID id = UUID.randomUUID();
        jdbc.sql("delete from bulk_run where account = ? and state = 'chosen' and chosen_at < ?")
                .params(me.account(), OffsetDateTime.now(clock).minus(UNUSED))
                .update();
        jdbc.sql("insert into bulk_run (id, account, center, size, chosen_at) values (?, ?, ?, ?, ?)")
                .params(id, me.account(), Objects.requireNonNull(me.center()), items.size(), OffsetDateTime.now(clock))
                .update();
        jdbc.sql(
                        """
                insert into bulk_row (run, place, task_id, case_number, center, process, step)
                select :run, r.* from unnest(:places::int[], :tasks::text[], :cases::text[], :centers::text[], :processes::text[],
                                             :steps::text[]) r
                """)
                .param("run", id)
                .param("places", IntStream.range(0, items.size()).boxed().toArray(Integer[]::new))
                .param("tasks", items.stream().map(InboxItem::taskId).toArray(String[]::new))
                .param(
                        "cases",
                        items.stream().map(item -> item.number().value()).toArray(String[]::new))
                .param("centers", items.stream().map(InboxItem::center).toArray(String[]::new))
                .param("processes", items.stream().map(InboxItem::process).toArray(String[]::new))
                .param("steps", items.stream().map(InboxItem::step).toArray(String[]::new))
                .update();
        return id;
    }

    @Transactional(readOnly = true)
    public Optional<BulkRun> find(UUID id) {
        return jdbc.sql("select * from bulk_run where id = ? and account = ?")
                .params(id, acting.current().account())
                .query(BulkRuns::run)
                .optional();
    }

    /** The last ones that began. */
    @Transactional(readOnly = true)
    public List<BulkRun> begun() {
        return jdbc.sql("select * from bulk_run where account = ? and state <> 'chosen' order by begun_at desc limit ?")
                .params(acting.current().account(), SHOWN)
                .query(BulkRuns::run)
                .list();
    }

    /** Those that the actor may still see: a case may have been kept from them since. */
    @Transactional(readOnly = true)
    public List<BulkRun.Row> rows(UUID id) {
        return jdbc.sql("select * from bulk_row where run = ? order by place")
                .param(id)
                .query(BulkRuns::row)
                .list();
    }

    /** Answers false when it has begun already: a second click, or another window. */
    public boolean begin(UUID id, Order order) {
        boolean begun = jdbc.sql(
                                """
                        update bulk_run set state = 'running', act = :act, person = :person, reason = :reason, begun_at = :at
                        where id = :id and account = :me and state = 'chosen'
                        """)
                        .param("act", order.act().key())
                        .param("person", order.person())
                        .param("reason", order.reason())
                        .param("at", OffsetDateTime.now(clock))
                        .param("id", id)
                        .param("me", acting.current().account())
                        .update()
                > 0;
        if (begun) {
            trail.note(org.tasuki.audit.Act.BULK_BEGUN, detail(find(id).orElseThrow()));
        }
        return begun;
    }

    /** What is done stays done. Answers false when it was over. */
    public boolean cancel(UUID id) {
        return find(id).isPresent() && end(id, BulkRun.State.CANCELLED);
    }

    boolean end(UUID id, BulkRun.State how) {
        boolean ended = jdbc.sql("update bulk_run set state = ?, ended_at = ? where id = ? and state = 'running'")
                        .params(how.key(), OffsetDateTime.now(clock), id)
                        .update()
                > 0;
        if (ended) {
            Map<String, String> detail = new LinkedHashMap<>(Map.of("run", id.toString(), "how", how.key()));
            jdbc.sql("select state, count(*) as rows from bulk_row where run = ? group by state")
                    .param(id)
                    .query((row, i) -> detail.put(row.getString("state"), row.getString("rows")))
                    .list();
            trail.note(org.tasuki.audit.Act.BULK_ENDED, detail);
        }
        return ended;
    }

    private static Map<String, String> detail(BulkRun run) {
        Order order = Objects.requireNonNull(run.order());
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("run", run.id().toString());
        detail.put("act", order.act().key());
        detail.put("tasks", String.valueOf(run.size()));
        if (order.person() != null) {
            detail.put("person", order.person());
        }
        if (order.reason() != null) {
            detail.put("why", order.reason());
        }
        return detail;
    }

    static BulkRun run(ResultSet row, int index) throws SQLException {
        String act = row.getString("act");
        return new BulkRun(
                row.getObject("id", UUID.class),
                row.getString("account"),
                row.getString("center"),
                row.getInt("size"),
                act == null
                        ? null
                        : new Order(
                                Order.Act.find(act).orElseThrow(), row.getString("person"), row.getString("reason")),
                BulkRun.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("chosen_at", OffsetDateTime.class).toInstant(),
                instant(row, "begun_at"),
                instant(row, "ended_at"));
    }

    static BulkRun.Row row(ResultSet row, int index) throws SQLException {
        return new BulkRun.Row(
                row.getInt("place"),
                row.getString("task_id"),
                new CaseNumber(row.getString("case_number")),
                row.getString("process"),
                row.getString("step"),
                BulkRun.RowState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("why"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
