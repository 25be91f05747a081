package org.tasuki.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.engine.CallSite;
import org.tasuki.people.Acting;

/**
 * Counts the center's cases where they are, as far as the reader may see them: row-level security keeps the others out of a count
 * too. A case that a demo still tells, on a clock that runs behind, is not there yet.
 */
@Component
@Transactional(readOnly = true)
public class Loads {

    /** What is due within it breaks next. */
    public static final Duration AHEAD = Duration.ofHours(48);

    /** Its soonest task says how a case stands at a place. */
    private static final String COUNT =
            """
            select process, step, count(*) as cases, count(*) filter (where due <= :now) as late,
                   count(*) filter (where due > :now and due <= :ahead) as soon
            from (%s) c
            group by process, step
            """;

    private static final String AT_STEPS =
            """
            select i.process, i.step, min(i.due_here) as due
            from inbox_item i
            where i.center = :center and i.ahead >= interval '0'
            group by i.process, i.step, i.case_number
            """;

    private static final String IN_PROCESSES =
            """
            select p.process, p.step, min(i.due_here) as due
            from unnest(:places::text[], :steps::text[], :inside::text[]) p(process, step, inside)
            join inbox_item i on i.process = p.inside
            where i.center = :center and i.ahead >= interval '0'
            group by p.process, p.step, i.case_number
            """;

    private final JdbcClient jdbc;
    private final Acting acting;
    private final Clock clock;

    Loads(JdbcClient jdbc, Acting acting, Clock clock) {
        this.jdbc = jdbc;
        this.acting = acting;
        this.clock = clock;
    }

    /** At each step that people do; a step where no case is has no entry. */
    public Map<CallSite, Load> atSteps() {
        return loads(ask(AT_STEPS));
    }

    /** Anywhere in these processes, for each place that stands for some; a case that is at two of them counts once. */
    public Map<CallSite, Load> within(Map<CallSite, ? extends Collection<String>> processes) {
        List<String> places = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        List<String> inside = new ArrayList<>();
        processes.forEach((place, all) -> all.forEach(process -> {
            places.add(place.process());
            steps.add(place.step());
            inside.add(process);
        }));
        return loads(ask(IN_PROCESSES)
                .param("places", places.toArray(String[]::new))
                .param("steps", steps.toArray(String[]::new))
                .param("inside", inside.toArray(String[]::new)));
    }

    private JdbcClient.StatementSpec ask(String sql) {
        Instant now = clock.instant();
        return jdbc.sql(COUNT.formatted(sql))
                .param("center", acting.current().center())
                .param("now", at(now))
                .param("ahead", at(now.plus(AHEAD)));
    }

    private static Map<CallSite, Load> loads(JdbcClient.StatementSpec asked) {
        Map<CallSite, Load> loads = new HashMap<>();
        asked.query((row, index) ->
                        loads.put(new CallSite(row.getString("process"), row.getString("step")), load(row)))
                .list();
        return loads;
    }

    private static Load load(ResultSet row) throws SQLException {
        return new Load(row.getInt("cases"), row.getInt("late"), row.getInt("soon"));
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
