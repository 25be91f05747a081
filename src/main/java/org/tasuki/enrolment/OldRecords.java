package org.tasuki.enrolment;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Offices;
import org.tasuki.terms.FiscalYear;
import org.tasuki.terms.Japan;

/**
 * Erases what single people did and where they were once its time is over ({@code tasuki.training.keep-years}, 0 to keep it). The sessions,
 * the guests and the certificates stay. See docs/data-and-keys.md.
 */
@Component
class OldRecords {

    private static final String OLD_SESSIONS =
            " (select id from training_session where center = :center and starts_at < :before)";

    private final JdbcClient jdbc;
    private final Offices offices;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final int years;

    OldRecords(
            JdbcClient jdbc,
            Offices offices,
            Acting acting,
            AuditTrail trail,
            Clock clock,
            PlatformTransactionManager manager,
            @Value("${tasuki.training.keep-years}") int years) {
        this.jdbc = jdbc;
        this.offices = offices;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
        this.years = years;
    }

    void erase() {
        if (years > 0) {
            offices.centers()
                    .forEach(center -> acting.as(
                            Actor.system(center), () -> transaction.executeWithoutResult(status -> erase(center))));
        }
    }

    /** A record belongs to the fiscal year in which it was written last, a place to the one in which its session began. */
    private void erase(String center) {
        FiscalYear first = new FiscalYear(
                FiscalYear.of(clock.instant().atZone(Japan.ZONE).toLocalDate()).value() - years);
        OffsetDateTime before = first.start().atStartOfDay(Japan.ZONE).toOffsetDateTime();
        int units = jdbc.sql("delete from training_done where center = ? and last_at < ?")
                .params(center, before)
                .update();
        jdbc.sql("delete from training_notice where center = :center and session in" + OLD_SESSIONS)
                .param("center", center)
                .param("before", before)
                .update();
        int places = jdbc.sql("delete from training_enrolment where center = :center and session in" + OLD_SESSIONS)
                .param("center", center)
                .param("before", before)
                .update();
        if (units + places > 0) {
            trail.note(
                    Act.TRAINING_RECORD_ERASED,
                    Map.of(
                            "before",
                            first.start().toString(),
                            "units",
                            String.valueOf(units),
                            "places",
                            String.valueOf(places)));
        }
    }
}
