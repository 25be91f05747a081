package org.tasuki.deadlines;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.terms.CaseNumber;
import org.tasuki.terms.Realm;

/**
 * Each case has a clock. A real case's is the system's; a practice case runs ahead of it, or behind, so that a trainer can
 * let 48 hours pass without touching anybody else's timers.
 */
@Component
@Transactional(propagation = Propagation.SUPPORTS)
public class CaseClocks {

    private final JdbcClient jdbc;
    private final Clock system;

    CaseClocks(JdbcClient jdbc, Clock system) {
        this.jdbc = jdbc;
        this.system = system;
    }

    public Clock of(CaseNumber number) {
        return Clock.offset(system, ahead(number));
    }

    /** A moment on the case's clock, as the system's clock will show it. */
    public Instant toSystem(CaseNumber number, Instant onCaseClock) {
        return onCaseClock.minus(ahead(number));
    }

    /** How far the case's clock runs ahead of the system's; negative when it runs behind. */
    public Duration ahead(CaseNumber number) {
        return KnownClocks.of(number, this::read);
    }

    /** From whoever has just read it with something else: nobody asks for it again in this transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void known(CaseNumber number, Duration ahead) {
        KnownClocks.of(number, asked -> ahead);
    }

    /** How far ahead a class's clock runs, and so each case that begins there; real centers have the system's. */
    public Duration ahead(String center) {
        return Realm.isPractice(center)
                ? jdbc.sql("select extract(epoch from ahead)::float8 from center_clock where center = ?")
                        .param(center)
                        .query(Double.class)
                        .optional()
                        .map(CaseClocks::duration)
                        .orElse(Duration.ZERO)
                : Duration.ZERO;
    }

    /** Turns a class's clock on; its cases follow one by one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void turnOn(String center, Duration by) {
        jdbc.sql(
                        """
                insert into center_clock as c (center, ahead) values (:center, make_interval(secs => :by))
                on conflict (center) do update set ahead = c.ahead + excluded.ahead
                """)
                .param("center", center)
                .param("by", by.toMillis() / 1000.0)
                .update();
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private Duration read(CaseNumber number) {
        return jdbc.sql("select extract(epoch from ahead)::float8 from case_clock where case_number = ?")
                .param(number.value())
                .query(Double.class)
                .optional()
                .map(CaseClocks::duration)
                .orElse(Duration.ZERO);
    }

    /** Sets the case's clock apart from the system's; zero brings both together again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void set(CaseNumber number, String center, Duration ahead) {
        KnownClocks.forget(number);
        if (ahead.isZero()) {
            jdbc.sql("delete from case_clock where case_number = ?")
                    .param(number.value())
                    .update();
            return;
        }
        jdbc.sql(
                        """
                insert into case_clock (case_number, center, ahead) values (?, ?, make_interval(secs => ?))
                on conflict (case_number) do update set ahead = excluded.ahead
                """)
                .params(number.value(), center, ahead.toMillis() / 1000.0)
                .update();
    }
}
