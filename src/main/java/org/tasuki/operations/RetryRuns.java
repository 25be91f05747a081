package org.tasuki.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.engine.Incident;
import org.tasuki.people.Acting;
import org.tasuki.terms.Typing;

/** What is written down of runs: which jobs, how far, what came of each. */
@Component
@Transactional
public class RetryRuns {

    private final JdbcClient jdbc;
    private final Troubles troubles;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;

    RetryRuns(JdbcClient jdbc, Troubles troubles, Acting acting, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.troubles = troubles;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param already whether somebody else's run of this cause is under way: that one is followed then */
    public record Begun(RetryRun run, boolean already) {}

    /** @return empty when nothing of this cause is left that the reader may see */
    public Optional<Begun> begin(String cause) {
        if (Typing.hostile(cause, false)) {
            return Optional.empty();
        }
        List<Incident> same = troubles.list().stream()
                .filter(one -> one.cause().equals(cause))
                .map(Trouble::incident)
                .toList();
        if (same.isEmpty()) {
            return running(cause).map(run -> new Begun(run, true));
        }
        UUID id = UUID.randomUUID();
        if (keep(id, cause, same.size())) {
            keep(id, same);
            trail.note(Act.RETRIES_BEGUN, Map.of("cause", cause, "size", String.valueOf(same.size())));
            return find(id).map(run -> new Begun(run, false));
        }
        return running(cause).map(run -> new Begun(run, true));
    }

    private boolean keep(UUID id, String cause, int size) {
        return jdbc.sql(
                                """
                        insert into retry_run (id, account, center, cause, size, begun_at)
                        values (?, acting_account(), acting_center(), ?, ?, ?) on conflict do nothing
                        """)
                        .params(id, cause, size, OffsetDateTime.now(clock))
                        .update()
                > 0;
    }

    private void keep(UUID id, List<Incident> jobs) {
        jdbc.sql(
                        """
                insert into retry_row (run, place, job, case_number, center, process, element)
                select :run, r.place, r.job, r.number, acting_center(), r.process, r.element
                from unnest(:places::int[], :jobs::text[], :numbers::text[], :processes::text[], :elements::text[])
                    as r (place, job, number, process, element)
                """)
                .param("run", id)
                .param("places", IntStream.range(0, jobs.size()).boxed().toArray(Integer[]::new))
                .param("jobs", of(jobs, Incident::job))
                .param("numbers", of(jobs, one -> one.number().value()))
                .param("processes", of(jobs, Incident::process))
                .param("elements", of(jobs, Incident::element))
                .update();
    }

    private static String[] of(List<Incident> jobs, Function<Incident, String> what) {
        return jobs.stream().map(what).toArray(String[]::new);
    }

    private Optional<RetryRun> running(String cause) {
        return jdbc.sql("select * from retry_run where center = acting_center() and cause = ? and state = 'running'")
                .param(cause)
                .query(RetryRuns::read)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<RetryRun> find(UUID id) {
        return jdbc.sql("select * from retry_run where id = ? and center = acting_center()")
                .param(id)
                .query(RetryRuns::read)
                .optional();
    }

    /** Of the reader's center, the newest first. */
    @Transactional(readOnly = true)
    public List<RetryRun> latest(int most) {
        return jdbc.sql("select * from retry_run where center = acting_center() order by begun_at desc limit ?")
                .param(most)
                .query(RetryRuns::read)
                .list();
    }

    @Transactional(readOnly = true)
    public RetryRun.Progress progress(RetryRun run) {
        return jdbc.sql(
                        """
                select count(*) filter (where state = 'waiting'), count(*) filter (where state in ('done', 'waits')),
                       count(*) filter (where state = 'gone'), count(*) filter (where state = 'failed')
                from retry_row where run = ?
                """)
                .param(run.id())
                .query((row, index) ->
                        new RetryRun.Progress(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
                .single();
    }

    /** Those that somebody has to look at come first. */
    @Transactional(readOnly = true)
    public List<RetryRun.Row> rows(RetryRun run) {
        return jdbc.sql(
                        """
                select * from retry_row where run = ?
                order by array_position(array['failed', 'gone', 'waits', 'waiting', 'done'], state), place
                """)
                .param(run.id())
                .query(RetryRuns::row)
                .list();
    }

    static RetryRun read(ResultSet row, int index) throws SQLException {
        @Nullable OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new RetryRun(
                row.getObject("id", UUID.class),
                row.getString("account"),
                row.getString("center"),
                row.getString("cause"),
                row.getInt("size"),
                RetryRun.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Objects.requireNonNull(row.getObject("begun_at", OffsetDateTime.class))
                        .toInstant(),
                ended == null ? null : ended.toInstant());
    }

    static RetryRun.Row row(ResultSet row, int index) throws SQLException {
        return new RetryRun.Row(
                row.getInt("place"),
                row.getString("job"),
                row.getString("case_number"),
                row.getString("process"),
                row.getString("element"),
                row.getString("state"),
                row.getString("why"));
    }
}
