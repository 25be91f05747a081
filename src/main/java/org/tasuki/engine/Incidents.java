package org.tasuki.engine;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.flowable.engine.ManagementService;
import org.flowable.engine.impl.jobexecutor.TriggerTimerEventJobHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.deadlines.DeadlineLadder;
import org.tasuki.deadlines.Deadlines;
import org.tasuki.deadlines.RunningDeadline;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.terms.CaseNumber;

/**
 * What the engine could not do: given up, or failed and to be tried again. The engine knows no person and asks nobody's rights:
 * whoever asks here names cases that the reader may see.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Incidents {

    /** As many tries as the engine gives a new job. */
    private static final int TRIES = 3;

    /** Timers that run without trouble are many; the index of V74 leaves them out. */
    private static final String FAILED =
            """
            (select id_, execution_id_, process_instance_id_, proc_def_id_, element_id_, 0 as retries_, create_time_, exception_stack_id_,
                    handler_type_, true as given
             from engine.act_ru_deadletter_job
             union all
             select id_, execution_id_, process_instance_id_, proc_def_id_, element_id_, retries_, create_time_, exception_stack_id_,
                    handler_type_, false
             from engine.act_ru_timer_job where exception_stack_id_ is not null
             union all
             select id_, execution_id_, process_instance_id_, proc_def_id_, element_id_, retries_, create_time_, exception_stack_id_,
                    handler_type_, false
             from engine.act_ru_job where exception_stack_id_ is not null) j
            join engine.act_ru_execution e on e.id_ = j.process_instance_id_
            """;

    private static final String EACH =
            """
            select j.*, e.business_key_, split_part(j.proc_def_id_, ':', 1) as process,
                   j.create_time_::timestamptz as made_at, coalesce(x.parent_id_, x.id_) as wait_id, b.bytes_
            from %s
            join engine.act_ru_execution x on x.id_ = j.execution_id_
            left join engine.act_ge_bytearray b on b.id_ = j.exception_stack_id_
            """
                    .formatted(FAILED);

    private final JdbcClient jdbc;
    private final ManagementService jobs;
    private final Deadlines deadlines;
    private final DeadlineLadder ladder;
    private final CaseClocks clocks;
    private final CaseLock lock;
    private final Acting acting;

    Incidents(
            JdbcClient jdbc,
            ManagementService jobs,
            Deadlines deadlines,
            DeadlineLadder ladder,
            CaseClocks clocks,
            CaseLock lock,
            Acting acting) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.deadlines = deadlines;
        this.ladder = ladder;
        this.clocks = clocks;
        this.lock = lock;
        this.acting = acting;
    }

    /** What came of trying again. A failure is an exception, and leaves everything as it was. */
    public enum Retried {
        DONE,
        /** Its time has been moved since: it waits for the new one. */
        WAITS,
        /** Somebody was faster, or the engine itself. */
        GONE
    }

    /** The cases of all centers with something that failed. */
    public Set<CaseNumber> cases() {
        return jdbc.sql("select distinct e.business_key_ from " + FAILED).query(String.class).list().stream()
                .map(CaseNumber::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those of these cases, the longest waiting first. */
    public List<Incident> of(Collection<CaseNumber> numbers, int most) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(EACH + " where e.business_key_ = any(?) order by j.given desc, j.create_time_, j.id_ limit ?")
                .param(numbers.stream().map(CaseNumber::value).toArray(String[]::new))
                .param(most)
                .query(Incidents::read)
                .list();
    }

    public Optional<Incident> find(String job) {
        return jdbc.sql(EACH + " where j.id_ = ?")
                .param(job)
                .query(Incidents::read)
                .optional();
    }

    /**
     * Does now what the engine could not do, as the system for this center.
     *
     * @throws RuntimeException when it fails again; the caller's transaction must be rolled back then
     */
    public Retried retry(Incident known, String center) {
        lock.hold(known.number());
        Optional<Incident> found = find(known.job());
        if (found.isEmpty()) {
            return Retried.GONE;
        }
        Incident incident = found.get();
        Optional<RunningDeadline> later = notYetDue(incident);
        if (later.isPresent()) {
            backToTheTimers(incident, later.get());
            return Retried.WAITS;
        }
        acting.as(Actor.system(center), () -> execute(incident));
        return Retried.DONE;
    }

    private void execute(Incident incident) {
        if (incident.given()) {
            jobs.moveDeadLetterJobToExecutableJob(incident.job(), TRIES);
        } else if (isTimer(incident.job())) {
            jobs.moveTimerToExecutableJob(incident.job());
        }
        jobs.executeJob(incident.job());
    }

    private boolean isTimer(String job) {
        return jobs.createTimerJobQuery().jobId(job).count() > 0;
    }

    /** A limit that was moved since its timer broke must not be over before its new time. */
    private Optional<RunningDeadline> notYetDue(Incident incident) {
        if (!incident.timer() || !incident.given()) {
            return Optional.empty();
        }
        return deadlines.ofWait(incident.waitId()).stream()
                .filter(one -> one.dueAt().isAfter(clocks.of(incident.number()).instant()))
                .findFirst();
    }

    /** The engine's own way would let it go off at once. */
    private void backToTheTimers(Incident incident, RunningDeadline deadline) {
        String columns =
                """
                category_, type_, exclusive_, execution_id_, process_instance_id_, proc_def_id_, element_id_, element_name_,
                scope_id_, sub_scope_id_, scope_type_, scope_definition_id_, correlation_id_, repeat_, handler_type_, handler_cfg_,
                custom_values_id_, create_time_, tenant_id_
                """;
        jdbc.sql("insert into engine.act_ru_timer_job (id_, rev_, retries_, duedate_, " + columns
                        + ") select id_, rev_ + 1, ?, ?, " + columns
                        + " from engine.act_ru_deadletter_job where id_ = ?")
                .params(
                        TRIES,
                        clocks.toSystem(incident.number(), deadline.dueAt()).atOffset(ZoneOffset.UTC),
                        incident.job())
                .update();
        jdbc.sql(
                        """
                with gone as (delete from engine.act_ru_deadletter_job where id_ = ? returning exception_stack_id_)
                delete from engine.act_ge_bytearray where id_ in (select exception_stack_id_ from gone)
                """)
                .param(incident.job())
                .update();
        ladder.timerBack(incident.waitId(), deadline.rule());
    }

    private static Incident read(ResultSet row, int index) throws SQLException {
        byte[] trace = row.getBytes("bytes_");
        return new Incident(
                row.getString("id_"),
                new CaseNumber(row.getString("business_key_")),
                row.getString("process"),
                row.getString("element_id_"),
                row.getString("wait_id"),
                TriggerTimerEventJobHandler.TYPE.equals(row.getString("handler_type_")),
                row.getBoolean("given"),
                row.getInt("retries_"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                IncidentCause.of(trace == null ? null : new String(trace, StandardCharsets.UTF_8)));
    }
}
