package org.tasuki.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.Acting;

/** What the center handed to agencies, and what came of it: open ones now, answered ones of a year. */
@Component
@Transactional(readOnly = true)
public class AnsweringAgencies {

    private static final Period LOOKED_AT = Period.ofDays(365);

    /**
     * @param waiting sent, and not answered yet
     * @param overdue of them: past the limit for the answer
     * @param silent of the year: the limit passed, and the case went on without an answer
     * @param answer half of the answers came within it; null when there was none
     */
    public record OfAgency(
            String agency,
            int waiting,
            int overdue,
            int accepted,
            int declined,
            int silent,
            @Nullable Duration answer) {}

    private static final String BY_AGENCY =
            """
            select h.agency,
                   count(*) filter (where h.state = 'sent') as waiting,
                   count(*) filter (where h.state = 'sent' and exists (
                       select from inbox_item i where i.hand_over = h.id and i.agency is not null and i.due_here <= :now)) as overdue,
                   count(*) filter (where h.state in ('accepted', 'undertaken')) as accepted,
                   count(*) filter (where h.state = 'declined') as declined,
                   count(*) filter (where h.state = 'silent') as silent,
                   percentile_cont(0.5) within group (order by extract(epoch from h.answered_at - h.sent_at))
                       filter (where h.answered_at is not null and h.state <> 'silent') as answer
            from hand_over h
            where h.center = :center and h.agency is not null and (h.state = 'sent' or h.sent_at > :since)
            group by h.agency
            order by overdue desc, waiting desc, silent desc, h.agency
            """;

    private final JdbcClient jdbc;
    private final Acting acting;
    private final Clock clock;

    AnsweringAgencies(JdbcClient jdbc, Acting acting, Clock clock) {
        this.jdbc = jdbc;
        this.acting = acting;
        this.clock = clock;
    }

    /** Those first that let somebody wait. */
    public List<OfAgency> byAgency() {
        return jdbc.sql(BY_AGENCY)
                .param("center", acting.current().center())
                .param("now", Loads.at(clock.instant()))
                .param("since", Loads.at(clock.instant().minus(LOOKED_AT)))
                .query((row, index) -> new OfAgency(
                        row.getString("agency"),
                        row.getInt("waiting"),
                        row.getInt("overdue"),
                        row.getInt("accepted"),
                        row.getInt("declined"),
                        row.getInt("silent"),
                        row.getObject("answer") == null
                                ? null
                                : Duration.ofSeconds(Math.round(row.getDouble("answer")))))
                .list();
    }
}
