package org.tasuki.casefile;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.terms.CaseNumber;

/** What is left of erased cases: that there was one, and who let it go. */
@Component
@Transactional(readOnly = true)
public class Stubs {

    private final JdbcClient jdbc;

    Stubs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Stub(Instant at, String proposedBy, String approvedBy, String by) {}

    public Stub of(CaseNumber number) {
        return jdbc.sql(
                        """
                        select erased_at, erasure_proposed_by, erasure_approved_by, erased_by from case_file
                        where number = ? and status = 'erased'
                        """)
                .param(number.value())
                .query((row, index) -> new Stub(
                        row.getObject("erased_at", OffsetDateTime.class).toInstant(),
                        row.getString("erasure_proposed_by"),
                        row.getString("erasure_approved_by"),
                        row.getString("erased_by")))
                .single();
    }
}
