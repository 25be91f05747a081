package org.tasuki.figures;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;

/** Writes down what is taken out of the figures; the reason beside the trail, which holds keys only. */
@Component
public class Takings {

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final Clock clock;

    Takings(JdbcClient jdbc, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /** What was taken out. */
    public enum What {
        FIGURES,
        REPORT;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Transactional
    public void note(Taking taking) {
        note(taking, What.FIGURES);
    }

    @Transactional
    public void note(Taking taking, What what) {
        jdbc.sql(
                        """
                insert into figures_taken (center, account, at, fiscal_year, breakdown, audience, format, reason, what)
                values (acting_center(), acting_account(), :at, :year, :by, :audience, :format, :reason, :what)
                """)
                .param("at", OffsetDateTime.now(clock))
                .param("year", taking.year().value())
                .param("by", taking.by().key())
                .param("audience", taking.audience().key())
                .param("format", taking.format().key())
                .param("reason", taking.reason())
                .param("what", what.key())
                .update();
        trail.note(
                Act.FIGURES_TAKEN_OUT,
                Map.of(
                        "what",
                        what.key(),
                        "year",
                        String.valueOf(taking.year().value()),
                        "by",
                        taking.by().key(),
                        "audience",
                        taking.audience().key(),
                        "format",
                        taking.format().key()));
    }
}
