package org.tasuki.enrolment;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;

/** Who may be in a record at all: the people of a real center and of its agencies. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Members {

    private final JdbcClient jdbc;
    private final Acting acting;

    Members(JdbcClient jdbc, Acting acting) {
        this.jdbc = jdbc;
        this.acting = acting;
    }

    /** Whoever acts. Empty at a desk of a practice class (研修クラス): what is done there is nobody's record. */
    Optional<Member> here() {
        Actor me = acting.current();
        return me.inPractice() ? Optional.empty() : center().map(key -> new Member(me.account(), key, me.agency()));
    }

    private Optional<String> center() {
        return jdbc.sql("select training_center() as center")
                .query((row, index) -> Optional.ofNullable(row.getString("center")))
                .single();
    }
}
