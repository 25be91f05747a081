package org.tasuki.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.engine.CallSite;
import org.tasuki.engine.ProcessCatalog;
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

    /**
     * Read once: of each case all places at which it is, as marks in whole numbers ({@link Marks}: sets of bits cost twice as much), and
     * then how many cases have the same marks. A step that no process knows any more has no mark of its own and is told by its name.
     */
    private static final String COUNT =
            """
            select %1$s, others, count(*) as cases
            from (select %2$s,
                         string_agg(other || case when due <= :now then '/late' when due <= :ahead then '/soon' else '/' end, ',')
                             filter (where other is not null) as others
                  from (select i.case_number, i.due_here as due, %3$s,
                               case when k.process is null then i.process || '/' || i.step end as other
                        from inbox_item i
                        left join unnest(:processes::text[], :steps::text[], %4$s) k(process, step, %6$s)
                            on k.process = i.process and k.step = i.step
                        left join unnest(:inside::text[], %5$s) p(process, %6$s) on p.process = i.process
                        where i.center = :center and i.ahead >= interval '0') t
                  group by case_number) c
            group by %1$s, others
            """;

    private final JdbcClient jdbc;
    private final ProcessCatalog catalog;
    private final Acting acting;
    private final Clock clock;

    Loads(JdbcClient jdbc, ProcessCatalog catalog, Acting acting, Clock clock) {
        this.jdbc = jdbc;
        this.catalog = catalog;
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
        Marks marks = new Marks(steps(), places);
        Instant now = clock.instant();
        Map<CallSite, Load> loads = new HashMap<>();
        JdbcClient.StatementSpec count = jdbc.sql(count(marks.words()))
                .param("center", acting.current().center())
                .param("now", at(now))
                .param("ahead", at(now.plus(AHEAD)))
                .param("processes", texts(marks.steps(), CallSite::process))
                .param("steps", texts(marks.steps(), CallSite::step))
                .param("inside", texts(marks.processes(), process -> process));
        for (int word = 0; word < marks.words(); word++) {
            count = count.param("k" + word, marks.ofSteps(word)).param("p" + word, marks.ofProcesses(word));
        }
        count.query((row, index) -> told(row, marks, loads)).list();
        return loads;
    }

    private static String count(int words) {
        return COUNT.formatted(
                each(words, "present%1$d, late%1$d, soon%1$d"),
                each(
                        words,
                        "bit_or(m%1$d) as present%1$d, coalesce(bit_or(m%1$d) filter (where due <= :now), 0) as late%1$d,"
                                + " coalesce(bit_or(m%1$d) filter (where due <= :ahead), 0) as soon%1$d"),
                each(words, "coalesce(k.m%1$d, p.m%1$d, 0) as m%1$d"),
                each(words, ":k%1$d::bigint[]"),
                each(words, ":p%1$d::bigint[]"),
                each(words, "m%1$d"));
    }

    private static String each(int words, String piece) {
        return IntStream.range(0, words).mapToObj(piece::formatted).collect(Collectors.joining(", "));
    }

    private List<CallSite> steps() {
        return catalog.processes().stream()
                .flatMap(process -> process.tasks().stream().map(step -> new CallSite(process.key(), step.id())))
                .toList();
    }

    private static boolean told(ResultSet row, Marks marks, Map<CallSite, Load> loads) throws SQLException {
        int cases = row.getInt("cases");
        for (int word = 0; word < marks.words(); word++) {
            long late = row.getLong("late" + word);
            long soon = row.getLong("soon" + word) & ~late;
            for (long left = row.getLong("present" + word); left != 0; left &= left - 1) {
                long bit = Long.lowestOneBit(left);
                add(
                        loads,
                        marks.place(word * Long.SIZE + Long.numberOfTrailingZeros(bit)),
                        new Load(cases, (late & bit) == 0 ? 0 : cases, (soon & bit) == 0 ? 0 : cases));
            }
        }
        String others = row.getString("others");
        if (others != null) {
            others(others.split(","), cases).forEach((place, load) -> add(loads, place, load));
        }
        return true;
    }

    private static void add(Map<CallSite, Load> loads, CallSite place, Load load) {
        loads.merge(place, load, Load::and);
    }

    /** A case is late at a step where any of its tasks there is. */
    private static Map<CallSite, Load> others(String[] told, int cases) {
        Map<CallSite, Load> loads = new HashMap<>();
        for (String one : told) {
            String[] words = one.split("/", -1);
            boolean late = words[2].equals("late");
            loads.merge(
                    new CallSite(words[0], words[1]),
                    new Load(cases, late ? cases : 0, words[2].equals("soon") ? cases : 0),
                    (before, now) -> before.late() > 0 || now.late() > 0
                            ? new Load(cases, cases, 0)
                            : new Load(cases, 0, Math.max(before.soon(), now.soon())));
        }
        return loads;
    }

    private static <T> String[] texts(List<T> of, Function<T, String> text) {
        return of.stream().map(text).toArray(String[]::new);
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
