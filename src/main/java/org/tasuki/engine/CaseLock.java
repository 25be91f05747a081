package org.tasuki.engine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.terms.CaseNumber;

/**
 * One step at a time in a case. Two steps of parallel branches, or a step and a timer, would else undo each other in the
 * engine; so whoever comes second waits until the first has committed, and then reads what is there.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CaseLock {

    private final JdbcClient jdbc;

    CaseLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends; to be called before anything of the case is read for the step. */
    public void hold(CaseNumber number) {
        jdbc.sql("select hold_case(?)").param(number.value()).query().listOfRows();
    }

    /**
     * Holds the case of a process instance, which knows it by its business key.
     *
     * @return whether the execution is still there. The database is asked, because the engine remembers what it read
     *     before it had to wait.
     */
    boolean holdOf(String processInstance, String execution) {
        jdbc.sql("select hold_case(business_key_) from engine.act_ru_execution where id_ = ?")
                .param(processInstance)
                .query()
                .listOfRows();
        return jdbc.sql("select exists (select from engine.act_ru_execution where id_ = ?)")
                .param(execution)
                .query(Boolean.class)
                .single();
    }
}
