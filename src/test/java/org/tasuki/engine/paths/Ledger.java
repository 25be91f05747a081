package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tasuki.inbox.InboxBooks;
import org.tasuki.terms.CaseNumber;

/** Compares what the engine, the inbox and the deadlines say of a case. Reads in the caller's transaction. */
class Ledger {

    private final JdbcClient jdbc;
    private final InboxBooks books;

    Ledger(JdbcClient jdbc, InboxBooks books) {
        this.jdbc = jdbc;
        this.books = books;
    }

    void agreesOn(CaseNumber number) {
        assertThat(books.check(StoryOffice.CENTER, number))
                .as("inbox and its books")
                .isEmpty();
        assertThat(inbox(number)).as("inbox").isEqualTo(tasks(number));
        assertThat(deadlines(number)).as("deadlines").isEqualTo(timers(number));
    }

    /** Process instances that run for the case: the whole, and those it called. */
    List<String> instancesOf(CaseNumber number) {
        return jdbc.sql(
                        """
                select distinct proc_inst_id_ from engine.act_ru_execution where proc_inst_id_ in
                    (select id_ from engine.act_ru_execution where business_key_ = ?)
                """)
                .param(number.value())
                .query(String.class)
                .list();
    }

    void nothingIsLeftOf(CaseNumber number, Collection<String> instances) {
        assertThat(instancesOf(number)).as("process instances").isEmpty();
        for (String table : List.of("execution", "task", "variable", "actinst", "event_subscr")) {
            assertThat(count("engine.act_ru_" + table + " where proc_inst_id_ in (:ids)", instances))
                    .as(table)
                    .isZero();
        }
        for (String table : List.of("timer_job", "job", "suspended_job", "deadletter_job")) {
            assertThat(count("engine.act_ru_" + table + " where process_instance_id_ in (:ids)", instances))
                    .as(table)
                    .isZero();
        }
        assertThat(count("inbox_item where case_number in (:ids)", List.of(number.value())))
                .as("inbox")
                .isZero();
        assertThat(count("deadline where ended_at is null and case_number in (:ids)", List.of(number.value())))
                .as("deadlines")
                .isZero();
    }

    /** What the engine has for the case, and what it must keep when another case ends. */
    List<List<Map<String, Object>>> of(CaseNumber number) {
        return List.of(tasks(number), timers(number), inbox(number), deadlines(number));
    }

    private long count(String from, Collection<String> ids) {
        return jdbc.sql("select count(*) from " + from)
                .param("ids", ids)
                .query(Long.class)
                .single();
    }

    /** The engine's tasks, in the inbox's words. */
    List<Map<String, Object>> tasks(CaseNumber number) {
        return jdbc.sql(
                        """
                select t.id_ as task, t.task_def_key_ as step, t.assignee_ as assignee, t.form_key_ as form,
                       t.execution_id_ as wait, split_part(t.proc_def_id_, ':', 1) as process,
                       t.category_ as roles, v.text_ as hand_over
                from engine.act_ru_task t
                join engine.act_ru_execution e on e.id_ = t.proc_inst_id_
                left join engine.act_ru_variable v
                     on v.execution_id_ = t.proc_inst_id_ and v.name_ = 'handOver' and v.task_id_ is null
                where e.business_key_ = ? order by t.id_
                """)
                .param(number.value())
                .query()
                .listOfRows();
    }

    /** The inbox's rows; an agency's desk stands for the roles of agencies of its kind. */
    private List<Map<String, Object>> inbox(CaseNumber number) {
        return jdbc.sql(
                        """
                select i.task_id as task, i.step, i.assignee, i.form, i.wait_id as wait, i.process,
                       case when i.agency is null then i.desk
                            when a.kind = 'police' then 'police'
                            else 'municipal,school,support' end as roles,
                       i.hand_over
                from inbox_item i left join agency a on a.key = i.agency and i.desk = 'agency:' || a.key
                where i.case_number = ? order by i.task_id
                """)
                .param(number.value())
                .query()
                .listOfRows();
    }

    /** Each open deadline whose timer has not gone off, on the system's clock, to the millisecond. */
    private List<Map<String, Object>> deadlines(CaseNumber number) {
        assertThat(count(
                        """
                deadline d where d.ended_at is null and d.case_number in (:ids) and not exists
                    (select from inbox_item i where i.wait_id = d.wait_id and i.due_at = d.due_at and i.step = d.step)
                """,
                        List.of(number.value())))
                .as("deadlines without a task")
                .isZero();
        assertThat(count(
                        """
                inbox_item i where i.case_number in (:ids) and 1 <>
                    (select count(*) from deadline d where d.wait_id = i.wait_id and d.ended_at is null)
                """,
                        List.of(number.value())))
                .as("tasks without one deadline")
                .isZero();
        return jdbc.sql(
                        """
                select d.wait_id as wait, date_trunc('milliseconds', d.due_at - coalesce(k.ahead, interval '0')) as due
                from deadline d left join case_clock k on k.case_number = d.case_number
                where d.case_number = ? and d.ended_at is null and d.state in ('running', 'warned', 'paused')
                  and not d.timer_spent order by d.wait_id
                """)
                .param(number.value())
                .query()
                .listOfRows();
    }

    /** The engine's timers. */
    private List<Map<String, Object>> timers(CaseNumber number) {
        return jdbc.sql(
                        """
                select e.parent_id_ as wait, j.duedate_::timestamptz as due
                from engine.act_ru_timer_job j join engine.act_ru_execution e on e.id_ = j.execution_id_
                where j.process_instance_id_ in (select id_ from engine.act_ru_execution where business_key_ = ?)
                order by e.parent_id_
                """)
                .param(number.value())
                .query()
                .listOfRows();
    }
}
