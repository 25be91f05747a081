package org.tasuki.operations;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.engine.Incident;
import org.tasuki.engine.Incidents;
import org.tasuki.terms.CaseNumber;

/** What failed in the cases that the reader may see: the database decides which. Four statements, however many there are. */
@Component
@Transactional(readOnly = true)
public class Troubles {

    /** Beyond this many it is the machine, and not the cases. */
    public static final int MOST = 1_000;

    private final Incidents incidents;
    private final JdbcClient jdbc;
    private final Clock system;

    Troubles(Incidents incidents, JdbcClient jdbc, Clock system) {
        this.incidents = incidents;
        this.jdbc = jdbc;
        this.system = system;
    }

    /** Given up first, and of each the longest waiting first. */
    public List<Trouble> list() {
        Map<CaseNumber, Instant> seen = seen(incidents.cases());
        List<Incident> found = incidents.of(seen.keySet(), MOST);
        Map<String, Instant> due = due(found);
        return found.stream()
                .map(one -> new Trouble(
                        one,
                        one.timer() ? due.get(one.waitId()) : null,
                        Objects.requireNonNull(seen.get(one.number()))))
                .toList();
    }

    /** One of a case that the reader may see; the center it belongs to. */
    Optional<String> centerOf(CaseNumber number) {
        return jdbc.sql("select center from case_file where number = ?")
                .param(number.value())
                .query(String.class)
                .optional();
    }

    Optional<Incident> find(String job) {
        return incidents.find(job);
    }

    /** The cases that the reader may see, with what time it is there. */
    private Map<CaseNumber, Instant> seen(Set<CaseNumber> numbers) {
        Map<CaseNumber, Instant> seen = new HashMap<>();
        jdbc.sql(
                        """
                select f.number, coalesce(extract(epoch from c.ahead), 0) as ahead
                from case_file f left join case_clock c on c.case_number = f.number where f.number = any(?)
                """)
                .param(numbers.stream().map(CaseNumber::value).toArray(String[]::new))
                .query((row, index) -> seen.put(
                        new CaseNumber(row.getString("number")),
                        system.instant().plusMillis(Math.round(row.getDouble("ahead") * 1000))))
                .list();
        return seen;
    }

    private Map<String, Instant> due(Collection<Incident> found) {
        Map<String, Instant> due = new HashMap<>();
        jdbc.sql(
                        "select wait_id, min(due_at) as due_at from deadline where wait_id = any(?) and ended_at is null group by wait_id")
                .param(found.stream().map(Incident::waitId).toArray(String[]::new))
                .query((row, index) -> due.put(
                        row.getString("wait_id"),
                        row.getObject("due_at", OffsetDateTime.class).toInstant()))
                .list();
        return due;
    }
}
