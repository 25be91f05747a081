package org.tasuki.deadlines;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.terms.CaseNumber;
import org.tasuki.terms.Text;

/** Which open deadlines would move, counted by the same arithmetic that moves them. No case is named but by its number. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class MovePreview {

    private final JdbcClient jdbc;
    private final DeadlineRules rules;
    private final Reckoning reckoning;
    private final Clock clock;

    MovePreview(JdbcClient jdbc, DeadlineRules rules, Reckoning reckoning, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.reckoning = reckoning;
        this.clock = clock;
    }

    /** @param over whether it would be over at once */
    public record Move(
            long deadline,
            CaseNumber number,
            String process,
            String step,
            Text label,
            Instant before,
            Instant after,
            boolean over) {}

    /** What another calendar of the center, or of one of its agencies, would move; soonest first. */
    public List<Move> by(String center, @Nullable String agency, BusinessCalendar draft) {
        KeptCalendar tried = new KeptCalendar(0, draft);
        return open(
                        "d.center = :a and d.agency is not distinct from :b and d.calendar_version is not null",
                        center,
                        agency)
                .filter(row -> row.deadline().rule().limit().byCalendar())
                .map(row -> move(row, reckoning.tried(row.deadline(), tried)))
                .filter(move -> !move.before().equals(move.after()))
                .toList();
    }

    /** What moving to this version of the rule would do to those that run under an older one. */
    public List<Move> to(String center, String rule, LocalDate version) {
        DeadlineRule newer = rules.rule(rule, version);
        return open("d.center = :a and d.rule = :b", center, rule)
                .filter(row -> row.deadline().due().version().isBefore(newer.effectiveFrom()))
                .map(row -> move(row, anew(row.deadline().under(newer))))
                .toList();
    }

    private Reckoned anew(OpenDeadline deadline) {
        return reckoning.due(deadline.whose(), deadline.rule(), deadline.due().start());
    }

    private record Row(OpenDeadline deadline, Instant now) {}

    private static Move move(Row row, Reckoned to) {
        OpenDeadline deadline = row.deadline();
        return new Move(
                deadline.id(),
                deadline.number(),
                deadline.process(),
                deadline.step(),
                deadline.rule().label(),
                deadline.due().at(),
                to.due().at(),
                !deadline.due().passedAt(row.now()) && to.due().passedAt(row.now()));
    }

    private Stream<Row> open(String which, String a, @Nullable String b) {
        return jdbc
                .sql(
                        """
                select d.*, :now::timestamptz + coalesce(k.ahead, interval '0') as now
                from deadline d left join case_clock k on k.case_number = d.case_number
                where d.ended_at is null and not d.agreed and %s order by d.due_at, d.id
                """
                                .formatted(which))
                .param("now", OffsetDateTime.now(clock))
                .param("a", a)
                .param("b", b)
                .query((row, index) -> new Row(
                        OpenDeadline.read(row, rules),
                        row.getObject("now", OffsetDateTime.class).toInstant()))
                .list()
                .stream();
    }
}
