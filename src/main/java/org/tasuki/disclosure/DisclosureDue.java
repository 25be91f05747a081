package org.tasuki.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.deadlines.Deadlines;
import org.tasuki.deadlines.DueMoved;
import org.tasuki.deadlines.RunningDeadline;
import org.tasuki.terms.CaseNumber;
import org.tasuki.terms.Japan;

/** Keeps the day that a request's own page shows equal to its deadline, which may stand still while the request is corrected. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DisclosureDue {

    private final JdbcClient jdbc;
    private final Deadlines deadlines;

    DisclosureDue(JdbcClient jdbc, Deadlines deadlines) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
    }

    @EventListener
    void moved(DueMoved moved) {
        if (moved.rule().startsWith(Disclosures.RULE)) {
            keep(moved.number(), moved.dueAt());
        }
    }

    /** Another limit of the law counts from here on. */
    void follow(CaseNumber number) {
        deadlines.ofCase(number).stream()
                .filter(open -> open.rule().startsWith(Disclosures.RULE))
                .findFirst()
                .map(RunningDeadline::dueAt)
                .ifPresent(due -> keep(number, due));
    }

    private void keep(CaseNumber number, Instant due) {
        jdbc.sql("update disclosure_request set due_on = ? where case_number = ? and state in ('open', 'proposed')")
                .params(LocalDate.ofInstant(due.minusMillis(1), Japan.ZONE), number.value())
                .update();
    }
}
