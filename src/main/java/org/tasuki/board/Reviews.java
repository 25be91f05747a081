package org.tasuki.board;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.Acting;
import org.tasuki.terms.CaseNumber;

/** What somebody must look at who did not do it: let-go limits, broken limits with their reason, opened restricted records. */
@Component
@Transactional(readOnly = true)
public class Reviews {

    private static final Period LOOKED_AT = Period.ofDays(30);

    /** Which kind of thing is looked at. */
    public enum What {
        WAIVED,
        BREACH,
        EMERGENCY
    }

    /**
     * @param rule the limit's rule; null where none is meant
     * @param by who let it go or opened it; null for a limit that was met late
     * @param reason in words where somebody gave some; a key of the room's own where it is one of a list
     * @param open whether somebody still has to look at it
     */
    public record Seen(
            What what,
            CaseNumber number,
            Instant at,
            @Nullable String rule,
            @Nullable String by,
            @Nullable String reason,
            boolean open) {}

    private static final String ALL =
            """
            (select 'WAIVED' as what, w.case_number, w.at, d.rule, w.by_account as who, d.reason, false as open
             from deadline_waiver w join deadline d on d.id = w.deadline where w.center = :center and w.at > :since)
            union all
            (select 'BREACH', d.case_number, d.ended_at, d.rule, null, d.reason, false
             from deadline d where d.center = :center and d.state = 'met late' and d.ended_at > :since)
            union all
            (select 'EMERGENCY', e.case_number, e.opened_at, null, e.account, e.reason, e.verdict is null
             from emergency_access e where e.center = :center and (e.opened_at > :since or e.verdict is null))
            order by open desc, at desc
            limit :most
            """;

    private final JdbcClient jdbc;
    private final Acting acting;
    private final Clock clock;

    Reviews(JdbcClient jdbc, Acting acting, Clock clock) {
        this.jdbc = jdbc;
        this.acting = acting;
        this.clock = clock;
    }

    /** Of the last thirty days, and whatever nobody has looked at; the newest first. */
    public List<Seen> latest(int most) {
        return jdbc.sql(ALL)
                .param("center", acting.current().center())
                .param("since", Loads.at(clock.instant().minus(LOOKED_AT)))
                .param("most", most)
                .query((row, index) -> new Seen(
                        What.valueOf(row.getString("what")),
                        new CaseNumber(row.getString("case_number")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("rule"),
                        row.getString("who"),
                        row.getString("reason"),
                        row.getBoolean("open")))
                .list();
    }
}
