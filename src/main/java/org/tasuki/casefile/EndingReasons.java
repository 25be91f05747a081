package org.tasuki.casefile;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.Acting;
import org.tasuki.terms.CaseNumber;

/** Keeps why people took a case out of the flow, for the center alone: not in the trail, the engine or a log. */
@Component
@Transactional
public class EndingReasons {

    private final JdbcClient jdbc;
    private final Acting acting;

    EndingReasons(JdbcClient jdbc, Acting acting) {
        this.jdbc = jdbc;
        this.acting = acting;
    }

    void keep(CaseFile file, EndingReason reason, Instant at) {
        jdbc.sql(
                        """
                insert into case_ending (case_number, center, reason, by_account, at) values (?, ?, ?, ?, ?)
                on conflict (case_number) do update
                set reason = excluded.reason, by_account = excluded.by_account, at = excluded.at
                """)
                .param(file.number().value())
                .param(file.center())
                .param(reason.text())
                .param(acting.current().account())
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<String> of(CaseNumber number) {
        return jdbc.sql("select reason from case_ending where case_number = ?")
                .param(number.value())
                .query(String.class)
                .optional();
    }

    /** Whether the actor gave just this reason before: a second click says what the first did. */
    boolean gave(CaseNumber number, EndingReason reason) {
        return jdbc.sql(
                        "select exists (select from case_ending where case_number = ? and reason = ? and by_account = ?)")
                .params(number.value(), reason.text(), acting.current().account())
                .query(Boolean.class)
                .single();
    }
}
