package org.tasuki.board;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.Acting;
import org.tasuki.terms.CaseNumber;
import org.tasuki.terms.Japan;

/** The children in temporary protection now, by the day of their stay. */
@Component
@EnableConfigurationProperties(BoardSettings.class)
@Transactional(readOnly = true)
public class Protections {

    /** Whether anybody has an open task of the stay itself: a decision before it, or a paper about it, is none. */
    private static final String STAYS =
            """
            select i.case_number, min(i.due_here) as due, min(s.at) as began, min(x.at) as extended,
                   bool_or(i.step like 'warrant%') as warrant, min(:now::timestamptz + i.ahead) as now
            from inbox_item i
            left join case_fact s on s.case_number = i.case_number and s.name = 'protection-start'
            left join case_fact x on x.case_number = i.case_number and x.name = 'protection-extension'
            where i.center = :center and i.process = 'temporary-protection' and i.ahead >= interval '0'
              and i.step not in ('protectionDecision', 'protectionNotice', 'sharePoliceReturn')
            group by i.case_number
            order by began nulls first, i.case_number
            """;

    /** How far a stay has come. */
    public enum Stage {
        /** Day 1 to 7: without consent, a warrant must be requested by then (CWA 33(3)). */
        FIRST_DAYS,
        /** Up to two months (CWA 33(4)). */
        TWO_MONTHS,
        EXTENDED
    }

    /**
     * @param day of the stay; the day it began is day 1; 0 when the beginning is not noted
     * @param due when the next limit ends, on the office's clock
     * @param warrant whether a judge's warrant is still outstanding
     */
    public record Stay(CaseNumber number, int day, Stage stage, Instant due, boolean warrant) {}

    private final JdbcClient jdbc;
    private final Acting acting;
    private final BoardSettings settings;
    private final Clock clock;

    Protections(JdbcClient jdbc, Acting acting, BoardSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.acting = acting;
        this.clock = clock;
    }

    /** How many places the center has for them; null when the office has not said. */
    public @Nullable Integer places() {
        return settings.placesOf(acting.current().center());
    }

    /** The longest first. */
    public List<Stay> now() {
        return jdbc.sql(STAYS)
                .param("center", acting.current().center())
                .param("now", Loads.at(clock.instant()))
                .query((row, index) -> stay(
                        new CaseNumber(row.getString("case_number")),
                        day(row.getObject("began", OffsetDateTime.class), row.getObject("now", OffsetDateTime.class)),
                        row.getObject("extended") != null,
                        row.getObject("due", OffsetDateTime.class).toInstant(),
                        row.getBoolean("warrant")))
                .list();
    }

    private static Stay stay(CaseNumber number, int day, boolean extended, Instant due, boolean warrant) {
        Stage stage = extended ? Stage.EXTENDED : day <= 7 ? Stage.FIRST_DAYS : Stage.TWO_MONTHS;
        return new Stay(number, day, stage, due, warrant);
    }

    private static int day(@Nullable OffsetDateTime began, OffsetDateTime now) {
        return began == null ? 0 : (int) ChronoUnit.DAYS.between(date(began), date(now)) + 1;
    }

    private static LocalDate date(OffsetDateTime moment) {
        return LocalDate.ofInstant(moment.toInstant(), Japan.ZONE);
    }
}
