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

    /** Its soonest task says how a case stands at a place. Read once, told by step and by all that stands for several. */
    private static final String COUNT =
            """
            with here as materialized (
                select i.process, i.step, i.case_number, min(i.due_here) as due
                from inbox_item i
                where i.center = :center and i.ahead >= interval '0'
                group by i.process, i.step, i.case_number)
            select process, step, count(*) as cases, count(*) filter (where due <= :now) as late,
                   count(*) filter (where due > :now and due <= :ahead) as soon
            from (select process, step, due from here
                  union all
                  select p.process, p.step, min(h.due)
                  from unnest(:places::text[], :steps::text[], :inside::text[]) p(process, step, inside)
                  join here h on h.process = p.inside
                  group by p.process, p.step, h.case_number) c
            group by process, step
            """;

    private final JdbcClient jdbc;
    private final Acting acting;
    private final Clock clock;

    Loads(JdbcClient jdbc, Acting acting, Clock clock) {
        this.jdbc = jdbc;
        this.acting = acting;
        this.clock = clock;
    }

    /**
     * At each step that people do, and at each place that stands for whole processes; a case that is at two steps of such a place
     * counts once there. Where no case is there is no entry.
     *
     * @param places by a name that no step has
     */
    public Map<CallSite, Load> at(Map<CallSite, ? extends Collection<String>> places) {
        List<String> processes = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        List<String> inside = new ArrayList<>();
        places.forEach((place, all) -> all.forEach(process -> {
            processes.add(place.process());
            steps.add(place.step());
            inside.add(process);
        }));
        Map<CallSite, Load> loads = new HashMap<>();
        Instant now = clock.instant();
        jdbc.sql(COUNT)
                .param("center", acting.current().center())
                .param("now", at(now))
                .param("ahead", at(now.plus(AHEAD)))
                .param("places", processes.toArray(String[]::new))
                .param("steps", steps.toArray(String[]::new))
                .param("inside", inside.toArray(String[]::new))
                .query((row, index) ->
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
