package org.tasuki.enrolment;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.Acting;
import org.tasuki.people.Right;

/**
 * Opens the office's training record for a transaction. Elsewhere everybody sees their own rows alone, a trainer too: what a page does
 * not ask for, it does not get.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Keeping {

    private final JdbcClient jdbc;
    private final Acting acting;

    Keeping(JdbcClient jdbc, Acting acting) {
        this.jdbc = jdbc;
        this.acting = acting;
    }

    /** Over the record of the office: announce, mark, look at people. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean may() {
        return acting.may(Right.KEEP_TRAINING_RECORD) && !acting.current().inPractice();
    }

    /** Over its sums: whoever reads figures of cases reads these as well. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean mayCount() {
        return may() || acting.may(Right.READ_FIGURES) && !acting.current().inPractice();
    }

    void open() {
        open(may());
    }

    void openForCounting() {
        open(mayCount());
    }

    private void open(boolean allowed) {
        if (!allowed) {
            throw new IllegalStateException("the record is not this person's to open");
        }
        jdbc.sql("select set_config('tasuki.keeps_training', acting_account(), true)")
                .query(String.class)
                .single();
    }

    /**
     * While it is looked at whether somebody has completed a course, what they did counts wherever they did it. Whoever keeps no record
     * looks at themselves alone, and sees that without.
     */
    void whileSettling(String account, Runnable settling) {
        settles("acting_account() || ' ' || :account", account);
        settling.run();
        settles("left(:account, 0)", account);
    }

    private void settles(String whom, String account) {
        jdbc.sql("select set_config('tasuki.settles_training', " + whom + ", true)")
                .param("account", account)
                .query(String.class)
                .single();
    }
}
