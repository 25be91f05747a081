package org.tasuki.deadlines;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.terms.CaseNumber;

/**
 * Lets deadlines climb their ladder: near, over, the supervisor, the director. Each step is noted once, and whoever must hear of
 * it hears of it in the same transaction. Whoever calls holds the case, so that a step is not climbed while it is being done.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DeadlineLadder {

    private enum Outcome {
        NOTICE,
        TASK,
        MISSED;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final JdbcClient jdbc;
    private final DeadlineRules rules;
    private final DeadlinePauses pauses;
    private final CaseClocks clocks;
    private final Clock system;
    private final ApplicationEventPublisher events;

    DeadlineLadder(
            JdbcClient jdbc,
            DeadlineRules rules,
            DeadlinePauses pauses,
            CaseClocks clocks,
            Clock system,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.pauses = pauses;
        this.clocks = clocks;
        this.system = system;
        this.events = events;
    }

    /** The cases of a center with a deadline that has something to say now, the longest waiting first. */
    public List<CaseNumber> awake(String center, int most) {
        return jdbc.sql(
                        """
                select case_number from deadline
                where center = ? and wake_at <= ? and ended_at is null group by case_number order by min(wake_at) limit ?
                """)
                .params(center, OffsetDateTime.now(system), most)
                .query((row, index) -> new CaseNumber(row.getString("case_number")))
                .list();
    }

    /** The first of a case to wake by this moment, on the case's clock. */
    public Optional<Instant> wakes(CaseNumber number, Instant until) {
        return jdbc.sql("select min(wake_at) from deadline where case_number = ? and ended_at is null and wake_at <= ?")
                .params(number.value(), utc(clocks.toSystem(number, until)))
                .query(OffsetDateTime.class)
                .optional()
                .map(at -> at.toInstant().plus(clocks.ahead(number)));
    }

    /** Climbs every step of the case that has come. */
    public void climb(CaseNumber number) {
        open("case_number = ? and wake_at <= ?", number.value(), OffsetDateTime.now(system))
                .forEach(this::climb);
    }

    private void climb(OpenDeadline deadline) {
        if (deadline.state() == DeadlineState.PAUSED) {
            pauses.latestHasCome(deadline);
            return;
        }
        Instant now = clocks.of(deadline.number()).instant();
        List<LadderStep> come = deadline.ladder().come(now);
        for (int index = 0; index < come.size(); index++) {
            announce(deadline, deadline.announced() + index, come.get(index), Outcome.NOTICE, now);
        }
        note(deadline, come, now);
    }

    /**
     * The limit passed without an answer: the engine's timer says so.
     *
     * @param ends whether the diagram takes the task away and goes on another way, which then stands for every notice
     * @param tasked the roles that the diagram gives a task for it, which stands for theirs
     */
    public void passed(String waitId, String rule, boolean ends, Set<String> tasked) {
        // Nobody looked when its latest day came. Its timer is going off, and cannot be moved any more.
        open("wait_id = ? and rule = ? and state = 'paused'", waitId, rule).stream()
                .map(OpenDeadline::withoutTimer)
                .forEach(pauses::latestHasCome);
        open("wait_id = ? and rule = ?", waitId, rule).stream()
                .filter(deadline -> deadline.state().inTime())
                .forEach(deadline -> pass(deadline, ends, tasked));
    }

    private void pass(OpenDeadline deadline, boolean ends, Set<String> tasked) {
        Instant now = clocks.of(deadline.number()).instant();
        List<LadderStep> come = deadline.ladder().passed(now);
        for (int index = 0; index < come.size(); index++) {
            LadderStep step = come.get(index);
            announce(deadline, deadline.announced() + index, step, outcome(step, ends, tasked), now);
        }
        note(deadline, come, now);
        jdbc.sql("update deadline set timer_spent = true where id = ?")
                .param(deadline.id())
                .update();
    }

    /** The engine gave its timer up: that the time is over comes like the other steps, so that a broken timer hides nothing. */
    public void timerGone(String waitId, String rule) {
        timer(waitId, rule, true);
    }

    /** The engine has its timer again. */
    public void timerBack(String waitId, String rule) {
        timer(waitId, rule, false);
    }

    private void timer(String waitId, String rule, boolean spent) {
        for (OpenDeadline deadline : open("wait_id = ? and rule = ?", waitId, rule)) {
            KnownDeadlines.forget();
            Ladder ladder = new Ladder(LadderStep.of(deadline.rule(), deadline.due()), deadline.announced(), !spent);
            jdbc.sql("update deadline set timer_spent = ?, wake_at = case when state = 'paused' then wake_at else ? end"
                            + " where id = ?")
                    .params(Arrays.asList(spent, wake(deadline, ladder), deadline.id()))
                    .update();
        }
    }

    private static Outcome outcome(LadderStep step, boolean ends, Set<String> tasked) {
        if (step.kind() == LadderStep.Kind.WARNING) {
            return Outcome.MISSED;
        }
        return ends || step.to() != null && tasked.contains(step.to()) ? Outcome.TASK : Outcome.NOTICE;
    }

    /** The case's clock was turned: what wakes by the system's comes nearer, or goes further away. */
    public void shift(CaseNumber number, Duration moved) {
        jdbc.sql(
                        """
                update deadline set wake_at = wake_at - make_interval(secs => ?)
                where case_number = ? and ended_at is null and wake_at is not null
                """)
                .params(moved.toMillis() / 1000.0, number.value())
                .update();
    }

    /** Puts off what would wake until then by the system's clock. */
    public void putAway(CaseNumber number, Duration by, Instant until) {
        jdbc.sql(
                        """
                update deadline set wake_at = wake_at + make_interval(secs => ?)
                where case_number = ? and ended_at is null and wake_at <= ?
                """)
                .params(by.toSeconds(), number.value(), OffsetDateTime.ofInstant(until, ZoneOffset.UTC))
                .update();
    }

    /** Brings nearer what would wake later than this by the system's clock. */
    public void bringNearer(CaseNumber number, Duration moved, Instant than) {
        jdbc.sql(
                        """
                update deadline set wake_at = wake_at - make_interval(secs => ?)
                where case_number = ? and ended_at is null and wake_at > ?
                """)
                .params(moved.toSeconds(), number.value(), OffsetDateTime.ofInstant(than, ZoneOffset.UTC))
                .update();
    }

    private void announce(OpenDeadline deadline, int place, LadderStep step, Outcome outcome, Instant now) {
        jdbc.sql(
                        """
                insert into deadline_announcement
                    (deadline, round, step, case_number, center, kind, to_role, planned_at, announced_at, outcome)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .param(deadline.id())
                .param(deadline.round())
                .param(place)
                .param(deadline.number().value())
                .param(deadline.center())
                .param(step.kind().key())
                .param(step.to())
                .param(utc(step.at()))
                .param(utc(now))
                .param(outcome.key())
                .update();
        if (outcome == Outcome.NOTICE) {
            events.publishEvent(deadline.climbed(place, step, now));
        }
    }

    private void note(OpenDeadline deadline, List<LadderStep> come, Instant now) {
        KnownDeadlines.forget();
        Ladder after = deadline.ladder().after(come.size());
        jdbc.sql("update deadline set state = ?, announced = ?, wake_at = ? where id = ?")
                .param(state(deadline, come).key())
                .param(after.announced())
                .param(wake(deadline, after))
                .param(deadline.id())
                .update();
    }

    private static DeadlineState state(OpenDeadline deadline, List<LadderStep> come) {
        if (come.isEmpty()) {
            return deadline.state();
        }
        return switch (come.get(come.size() - 1).kind()) {
            case WARNING -> DeadlineState.WARNED;
            case OVER -> DeadlineState.OVER;
            case ESCALATED -> DeadlineState.ESCALATED;
        };
    }

    private @Nullable OffsetDateTime wake(OpenDeadline deadline, Ladder ladder) {
        Instant at = ladder.wakesAt();
        return at == null ? null : utc(clocks.toSystem(deadline.number(), at));
    }

    private List<OpenDeadline> open(String which, Object... values) {
        return jdbc.sql("select * from deadline where ended_at is null and " + which + " order by due_at, id")
                .params(values)
                .query((row, index) -> OpenDeadline.read(row, rules))
                .list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
