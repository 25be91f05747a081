package org.tasuki.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.engine.CallSite;
import org.tasuki.people.Acting;

/** How long the center's steps took that were answered in a period up to now; an answer that was taken back does not count. */
@Component
@Transactional(readOnly = true)
public class StepTimes {

    private static final String SPENT =
            """
            select process, step, count(*) as done, percentile_cont(0.5) within group (order by took) as median,
                   percentile_cont(0.9) within group (order by took) as p90
            from (select process, step, extract(epoch from answered_at - born_at) as took
                  from form_answer
                  where center = :center and answered_at > :since and withdrawn_at is null and born_at is not null) t
            group by process, step
            """;

    private final JdbcClient jdbc;
    private final Acting acting;
    private final Clock clock;

    StepTimes(JdbcClient jdbc, Acting acting, Clock clock) {
        this.jdbc = jdbc;
        this.acting = acting;
        this.clock = clock;
    }

    /** A step that nobody answered in the period has no entry. */
    public Map<CallSite, Spent> of(Period period) {
        Map<CallSite, Spent> spent = new HashMap<>();
        jdbc.sql(SPENT)
                .param("center", acting.current().center())
                .param("since", Loads.at(clock.instant().minus(period)))
                .query((row, index) -> spent.put(
                        new CallSite(row.getString("process"), row.getString("step")),
                        new Spent(row.getInt("done"), seconds(row.getDouble("median")), seconds(row.getDouble("p90")))))
                .list();
        return spent;
    }

    private static Duration seconds(double count) {
        return Duration.ofSeconds(Math.round(count));
    }
}
