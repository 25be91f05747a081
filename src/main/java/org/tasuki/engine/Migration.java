package org.tasuki.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.flowable.engine.ManagementService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.terms.CaseNumber;

/**
 * Brings running cases under another version of their process, each where it stands: tasks stay in the hands they are in, time limits
 * that both versions have go on as they were. A dry run is the same in a transaction that is rolled back.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Migration {

    private final ManagementService management;
    private final JdbcClient jdbc;
    private final CaseLock lock;
    private final MovedClocks clocks;
    private final ApplicationEventPublisher events;

    Migration(
            ManagementService management,
            JdbcClient jdbc,
            CaseLock lock,
            MovedClocks clocks,
            ApplicationEventPublisher events) {
        this.management = management;
        this.jdbc = jdbc;
        this.lock = lock;
        this.clocks = clocks;
        this.events = events;
    }

    /** The engine's id of the version that new cases begin by. */
    public String latest(String process) {
        return jdbc.sql("select id_ from engine.act_re_procdef where key_ = ? order by version_ desc limit 1")
                .param(process)
                .query(String.class)
                .single();
    }

    /** Whether an instance still runs, and by which version by now. */
    public Optional<RunningInstance> find(String instance) {
        return jdbc.sql(RUNNING + "and e.id_ = ?")
                .param(instance)
                .query(Migration::read)
                .optional();
    }

    /** Whoever is in this process by another version than that. A process that is called is one by itself. */
    public List<RunningInstance> behind(String process, String target) {
        return jdbc.sql(RUNNING + "and d.key_ = ? and e.proc_def_id_ <> ? order by e.business_key_, e.id_")
                .params(process, target)
                .query(Migration::read)
                .list();
    }

    /** The elements at which they stand, as those versions call them. */
    public Set<String> standing(String process, String target) {
        return Set.copyOf(jdbc.sql(
                        """
                select distinct e.act_id_ from engine.act_ru_execution e join engine.act_re_procdef d on d.id_ = e.proc_def_id_
                where d.key_ = ? and e.proc_def_id_ <> ? and e.act_id_ is not null
                """)
                .params(process, target)
                .query(String.class)
                .list());
    }

    private static final String RUNNING =
            """
            select e.id_, e.business_key_, v.text_ as center, d.key_, d.version_
            from engine.act_ru_execution e
            join engine.act_re_procdef d on d.id_ = e.proc_def_id_
            join engine.act_ru_variable v on v.execution_id_ = e.id_ and v.name_ = 'center'
            where e.parent_id_ is null
            """;

    private static RunningInstance read(ResultSet row, int index) throws SQLException {
        return new RunningInstance(
                row.getString("id_"),
                new CaseNumber(row.getString("business_key_")),
                row.getString("center"),
                row.getString("key_"),
                row.getInt("version_"));
    }

    /**
     * Moves one, if it can move as a whole; else nothing of it changes.
     *
     * @param target the engine's id of the other version
     * @param renamed steps of the version before, and what each is called now
     */
    public Moved move(RunningInstance instance, String target, Map<String, String> renamed) {
        lock.hold(instance.number());
        MoveInstance move = new MoveInstance(instance.id(), target, renamed, clocks);
        Moved moved = management.executeCommand(move);
        if (moved.goes()) {
            remember(instance.id(), target);
        }
        move.kept().forEach(this::follow);
        move.tasks().forEach(events::publishEvent);
        return moved;
    }

    /** The flows that were taken stay with the version by which they were taken. */
    private void remember(String instance, String target) {
        jdbc.sql("update engine.act_hi_procinst set proc_def_id_ = ?, rev_ = rev_ + 1 where id_ = ?")
                .params(target, instance)
                .update();
    }

    /** The engine writes of a timer what changes when it is tried again, and no more. */
    private void follow(MoveInstance.KeptTimer timer) {
        jdbc.sql(
                        """
                update engine.act_ru_timer_job set proc_def_id_ = :definition, element_id_ = :element,
                    element_name_ = :name, handler_cfg_ = replace(handler_cfg_, '"' || :before || '"', '"' || :element || '"'),
                    rev_ = rev_ + 1
                where execution_id_ = :execution
                """)
                .param("definition", timer.definition())
                .param("element", timer.element())
                .param("name", timer.name())
                .param("before", timer.before())
                .param("execution", timer.execution())
                .update();
    }
}
