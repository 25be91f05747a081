package org.tasuki.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tasuki.people.Offices;
import org.tasuki.terms.CaseNumber;
import org.tasuki.terms.FiscalYear;
import org.tasuki.terms.Japan;

/** Hands out case numbers: a sequence a center and fiscal year, without a gap that a rollback would not also undo. */
@Component
class CaseNumbers {

    private final JdbcClient jdbc;
    private final Offices offices;

    CaseNumbers(JdbcClient jdbc, Offices offices) {
        this.jdbc = jdbc;
        this.offices = offices;
    }

    CaseNumber next(String center, Instant openedAt) {
        FiscalYear year = FiscalYear.of(LocalDate.ofInstant(openedAt, Japan.ZONE));
        long sequence = jdbc.sql(
                        """
                insert into case_sequence (center, fiscal_year, last) values (?, ?, 1)
                on conflict (center, fiscal_year) do update set last = case_sequence.last + 1
                returning last
                """)
                .params(center, year.value())
                .query(Long.class)
                .single();
        return CaseNumber.of(offices.center(center).orElseThrow().prefix(), year, sequence);
    }
}
