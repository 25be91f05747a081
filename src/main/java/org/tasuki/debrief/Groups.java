package org.tasuki.debrief;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.engine.StepPlace;
import org.tasuki.terms.CaseNumber;

/**
 * What the groups of a class did: four questions for the whole class, however many cases it has and however long they are. What was
 * taken back does not count, nor what went away in time because the case took another way.
 */
@Component
@Transactional(readOnly = true)
class Groups {

    private static final String CASES =
            """
            select f.number, f.opened_at, s.scenario from case_file f left join practice_script s on s.case_number = f.number
            where f.center = :center order by f.opened_at, f.number
            """;

    /** A deadline ends at the very moment of its answer. */
    private static final String DONE =
            """
            select a.case_number, a.process, a.step, a.form, a.answers, a.answered_by, a.born_at, a.answered_at as ended_at, d.state
            from form_answer a
            left join lateral (
                select state from deadline d
                where d.case_number = a.case_number and d.process = a.process and d.step = a.step and d.ended_at = a.answered_at
                  and d.state in ('met', 'met late')
                order by state desc limit 1) d on true
            where a.center = :center and a.withdrawn_at is null and a.born_at is not null and a.process is not null
            """;

    private static final String TAKEN_AWAY =
            """
            select e.case_number, e.process, e.step, e.at as ended_at,
                   coalesce((select max(b.at) from case_event b
                             where b.case_number = e.case_number and b.kind = 'BORN' and b.process = e.process and b.step = e.step
                               and b.at <= e.at), e.at) as born_at
            from case_event e
            where e.center = :center and e.kind = 'CANCELLED' and e.step is not null and e.process is not null
              and exists (select from deadline d
                          where d.case_number = e.case_number and d.process = e.process and d.step = e.step and d.ended_at = e.at
                            and d.state in ('over', 'escalated'))
            """;

    private static final String OPEN =
            "select case_number, process, step, born_at, due_at <= :now as over from inbox_item where center = :center";

    private final JdbcClient jdbc;
    private final Decisions decisions;

    Groups(JdbcClient jdbc, Decisions decisions) {
        this.jdbc = jdbc;
        this.decisions = decisions;
    }

    /**
     * As their cases were opened. To be asked as the class itself.
     *
     * @param now on the class's clock
     */
    List<Group> of(String center, Instant now) {
        Map<CaseNumber, List<Doing>> byCase = Stream.of(
                        asked(DONE, center).query(this::done).list(),
                        asked(TAKEN_AWAY, center).query(Groups::takenAway).list(),
                        asked(OPEN, center)
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .query(Groups::open)
                                .list())
                .flatMap(List::stream)
                .sorted(Doing.IN_ORDER)
                .collect(Collectors.groupingBy(Doing::number));
        List<Group> groups = new ArrayList<>();
        asked(CASES, center).query(rows -> {
            CaseNumber number = new CaseNumber(rows.getString("number"));
            List<Doing> doings = byCase.getOrDefault(number, List.of());
            groups.add(new Group(
                    groups.size() + 1,
                    number,
                    begun(doings, instant(rows, "opened_at")),
                    rows.getString("scenario"),
                    doings));
        });
        return List.copyOf(groups);
    }

    private JdbcClient.StatementSpec asked(String question, String center) {
        return jdbc.sql(question).param("center", center);
    }

    private static Instant begun(List<Doing> doings, Instant opened) {
        return doings.stream().map(Doing::from).min(Instant::compareTo).orElse(opened);
    }

    private Doing done(ResultSet row, int index) throws SQLException {
        return new Doing(
                new CaseNumber(row.getString("case_number")),
                at(row),
                instant(row, "born_at"),
                instant(row, "ended_at"),
                limit(row.getString("state")),
                row.getString("answered_by"),
                decisions.made(row.getString("form"), row.getString("answers")));
    }

    private static TimeLimit limit(@Nullable String state) {
        return switch (Objects.requireNonNullElse(state, "")) {
            case "met" -> TimeLimit.MET;
            case "met late" -> TimeLimit.LATE;
            default -> TimeLimit.NONE;
        };
    }

    private static Doing takenAway(ResultSet row, int index) throws SQLException {
        return undone(row, instant(row, "ended_at"), TimeLimit.MISSED);
    }

    private static Doing open(ResultSet row, int index) throws SQLException {
        return undone(row, null, row.getBoolean("over") ? TimeLimit.OVER : TimeLimit.OPEN);
    }

    private static Doing undone(ResultSet row, @Nullable Instant until, TimeLimit limit) throws SQLException {
        return new Doing(
                new CaseNumber(row.getString("case_number")),
                at(row),
                instant(row, "born_at"),
                until,
                limit,
                null,
                Map.of());
    }

    private static StepPlace at(ResultSet row) throws SQLException {
        return new StepPlace(row.getString("process"), row.getString("step"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
