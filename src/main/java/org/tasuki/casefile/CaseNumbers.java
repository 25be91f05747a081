package org.tasuki.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tasuki.terms.CaseNumber;
import org.tasuki.terms.FiscalYear;
import org.tasuki.terms.Japan;

/** Hands out case numbers: a sequence a center and fiscal year, without a gap that a rollback would not also undo. */
@Component
class CaseNumbers {

    private final JdbcClient jdbc;

    CaseNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    CaseNumber next(String center, Instant openedAt) {
        FiscalYear year = FiscalYear.of(LocalDate.ofInstant(openedAt, Japan.ZONE));
        return jdbc.sql(
                        """
                insert into case_sequence as s (center, fiscal_year, last) values (?, ?, 1)
                on conflict (center, fiscal_year) do update set last = s.last + 1
                returning last, (select prefix from center c where c.key = s.center) as prefix
                """)
                .params(center, year.value())
                .query((row, index) -> CaseNumber.of(row.getString("prefix"), year, row.getLong("last")))
                .single();
    }
}
