package org.tasuki.engine.paths;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.people.Acting;
import org.tasuki.terms.CaseNumber;

/** A hand-over from outside the flow, such as an import would bring: the flow itself never leaves one open. */
record OpenHandOver(JdbcClient jdbc, Acting acting, TransactionTemplate transaction) {

    void appearsIn(CaseNumber number) {
        acting.as(
                StoryOffice.SYSTEM,
                () -> transaction.executeWithoutResult(status -> jdbc.sql(
                                """
                insert into hand_over (id, case_number, center, kind, state, prepared_at)
                values (?, ?, ?, 'support', 'prepared', now())
                """)
                        .params(UUID.randomUUID().toString(), number.value(), StoryOffice.CENTER)
                        .update()));
    }
}
