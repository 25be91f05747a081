package org.tasuki.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.terms.CaseNumber;

/**
 * Due times whose grounds have changed: a fact was corrected, a calendar has another version, a newer version of a rule was asked
 * for. The first follows at once; the others case by case, as each row says by what it was counted, so that whoever stops half
 * way leaves nothing but work for the next look.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DeadlineChanges {

    private final JdbcClient jdbc;
    private final DeadlineRules rules;
    private final Reckoning reckoning;
    private final PausesKept pauses;
    private final DueMover mover;

    DeadlineChanges(JdbcClient jdbc, DeadlineRules rules, Reckoning reckoning, PausesKept pauses, DueMover mover) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.reckoning = reckoning;
        this.pauses = pauses;
        this.mover = mover;
    }

    /** A start, or a date that was given, was corrected. */
    @EventListener
    void corrected(FactNoted noted) {
        List<String> touched = rules.countingFrom(noted.names());
        if (!touched.isEmpty()) {
            jdbc.sql(
                            """
                    select * from deadline
                    where case_number = :case and ended_at is null and not agreed and rule in (:rules) order by id
                    """)
                    .param("case", noted.number().value())
                    .param("rules", touched)
                    .query((row, index) -> OpenDeadline.read(row, rules))
                    .list()
                    .forEach(deadline -> recompute(deadline, deadline.rule(), DueChange.FACT));
        }
    }

    /** The cases of a center with a deadline that was counted by what holds no longer, in order, from this number on. */
    public List<CaseNumber> behind(String center, String after, int most) {
        return jdbc.sql("select distinct case_number from (" + BEHIND
                        + ") d where case_number > :after order by case_number limit :most")
                .param("center", center)
                .param("known", JapaneseCalendar.announcedThrough())
                .param("after", after)
                .param("most", most)
                .query((row, index) -> new CaseNumber(row.getString("case_number")))
                .list();
    }

    /** How many deadlines of a center still wait to be counted anew. */
    public int left(String center) {
        return jdbc.sql("select count(*) from (" + BEHIND + ") d")
                .param("center", center)
                .param("known", JapaneseCalendar.announcedThrough())
                .query(Integer.class)
                .single();
    }

    /** A look for each of the three grounds, along an index of its own: of thousands that are up to date none is read. */
    private static final String BEHIND =
            """
            select d.id, d.case_number
            from (select distinct on (agency) agency, version from work_calendar where center = :center
                  order by agency, version desc) w
            join deadline d on d.center = :center and coalesce(d.agency, '') = coalesce(w.agency, '')
                 and d.calendar_version < w.version and d.ended_at is null and not d.agreed
            union
            select d.id, d.case_number from deadline d
            where d.center = :center and d.known_through < :known and d.ended_at is null and not d.agreed
            union
            select d.id, d.case_number
            from (select rule, max(to_version) as version from rule_move where center = :center group by rule) r
            join deadline d on d.center = :center and d.rule = r.rule and d.rule_version < r.version
                 and d.ended_at is null and not d.agreed
            """;

    /**
     * Counts the case's deadlines anew by what holds now. Whoever calls holds the case.
     *
     * @throws CannotFollow when one of them cannot be counted or moved: nothing of the case has moved then
     */
    public void follow(CaseNumber number) {
        jdbc.sql(
                        """
                select d.*, (select max(to_version) from rule_move m where m.center = d.center and m.rule = d.rule) as asked_version
                from deadline d where d.case_number = ? and d.ended_at is null and not d.agreed order by d.id
                """)
                .param(number.value())
                .query((row, index) ->
                        new Asked(OpenDeadline.read(row, rules), row.getObject("asked_version", LocalDate.class)))
                .list()
                .forEach(this::follow);
    }

    private void follow(Asked asked) {
        try {
            followOne(asked);
        } catch (IllegalStateException | IllegalArgumentException failed) {
            OpenDeadline deadline = asked.deadline();
            throw new CannotFollow(deadline.rule().id(), deadline.step(), failed);
        }
    }

    private void followOne(Asked asked) {
        OpenDeadline deadline = asked.deadline();
        LocalDate version = asked.version();
        if (version != null && version.isAfter(deadline.due().version())) {
            recompute(deadline, rules.kept(deadline.rule().id(), version), DueChange.RULE);
        } else {
            recompute(deadline, deadline.rule(), DueChange.CALENDAR);
        }
    }

    private void recompute(OpenDeadline deadline, DeadlineRule rule, DueChange why) {
        OpenDeadline under = deadline.under(rule);
        Instant start = deadline.due().start();
        Reckoned anew = reckoning.due(deadline.whose(), rule, start);
        if (anew.due().equals(deadline.due())) {
            mover.settle(deadline, anew);
        } else {
            mover.move(under, anew, why, pauses.standsUntil(deadline).orElse(null));
        }
    }
}
