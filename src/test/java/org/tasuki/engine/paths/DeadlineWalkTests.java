package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tasuki.casefile.EndingReason;
import org.tasuki.casefile.Refusal;
import org.tasuki.deadlines.CaseFacts;
import org.tasuki.disclosure.DisclosureSteps;
import org.tasuki.disclosure.Disclosures;
import org.tasuki.limits.LimitDecisions;
import org.tasuki.terms.Japan;

/**
 * A deadline goes a long random way on the real engine: time passes, its start is corrected, it is stopped, goes on, is done. A
 * model of a few lines, which knows dates and nothing of ladders, rows or timers, says after each step how it must stand.
 */
@StoryTest
class DeadlineWalkTests {

    private static final EndingReason WHY = new EndingReason("請求書の補正を求めたため");
    private static final int STEPS = 14;

    @Autowired
    private Stories stories;

    @Autowired
    private LimitDecisions decisions;

    @Autowired
    private Disclosures disclosures;

    @Autowired
    private DisclosureSteps steps;

    @Autowired
    private CaseFacts facts;

    @Autowired
    private JdbcClient jdbc;

    /** 30 days from the day after the start, and a day more for each midnight that passed while it stood. */
    private static final class Model {

        private LocalDate start = LocalDate.parse("2026-06-01");
        private final List<LocalDate[]> pauses = new ArrayList<>();
        private LocalDate standsUntil;

        LocalDate due() {
            long stood = pauses.stream()
                    .mapToLong(pause -> ChronoUnit.DAYS.between(pause[0], pause[1]))
                    .sum();
            return start.plusDays(31 + stood);
        }

        void timeIs(LocalDateTime now) {
            if (standsUntil != null && !now.toLocalDate().isBefore(standsUntil)) {
                standsUntil = null;
            }
        }

        boolean over(LocalDateTime now) {
            return !now.isBefore(due().atStartOfDay());
        }

        String state(LocalDateTime now) {
            if (standsUntil != null) {
                return "paused";
            }
            if (over(now)) {
                return "escalated";
            }
            return now.isBefore(due().minusDays(10).atStartOfDay()) ? "running" : "warned";
        }
    }

    private record Row(String state, Instant due, boolean ends) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void itStandsAsTheModelSaysAtEachStep(long seed) {
        Random dice = new Random(seed);
        Model model = new Model();
        Story story = asked();
        for (int step = 0; step < STEPS && !model.over(story.today()); step++) {
            switch (dice.nextInt(5)) {
                case 0, 1 -> story.letPass(Duration.ofMinutes(1 + dice.nextInt(9 * 24 * 60)));
                case 2 -> correct(story, model, dice.nextInt(7) - 3);
                case 3 -> pause(story, model, dice.nextInt(35));
                default -> resume(story, model);
            }
            story.letPass(Duration.ofMinutes(1));
            model.timeIs(story.today());
            check(story, model);
        }
        boolean late = model.over(story.today());
        as("officer", () -> steps.propose(disclosures.of(story.number()).get(0), "照会への回答を待っていたため"));
        int said = said(story);
        story.letPass(Duration.ofDays(40));
        assertThat(row(story).state()).isEqualTo(late ? "met late" : "met");
        assertThat(said(story)).as("said after its end").isEqualTo(said);
    }

    private void check(Story story, Model model) {
        Row row = row(story);
        assertThat(row.state()).isEqualTo(model.state(story.today()));
        assertThat(row.due()).isEqualTo(model.due().atStartOfDay(Japan.ZONE).toInstant());
        assertThat(row.ends()).as("has an end that comes").isTrue();
    }

    private void correct(Story story, Model model, int days) {
        model.start = model.start.plusDays(days);
        bySystem(() -> {
            Instant start = model.start.atStartOfDay(Japan.ZONE).toInstant();
            facts.note(story.number(), StoryOffice.CENTER, Map.of("disclosure-request", start));
            return start;
        });
    }

    private void pause(Story story, Model model, int days) {
        LocalDate today = story.today().toLocalDate();
        boolean may = model.standsUntil == null && !model.over(story.today()) && days <= 30;
        Throwable refused = catchThrowable(
                () -> as("supervisor", () -> decisions.pause(story.file(), id(story), today.plusDays(days), WHY)));
        assertThat(refused == null).as("%s days from %s", days, today).isEqualTo(may);
        if (may) {
            model.standsUntil = today.plusDays(days + 1L);
            model.pauses.add(new LocalDate[] {today, model.standsUntil});
        } else {
            assertThat(refused).isInstanceOf(Refusal.class);
        }
    }

    private void resume(Story story, Model model) {
        LocalDate today = story.today().toLocalDate();
        Throwable refused = catchThrowable(() -> as("supervisor", () -> decisions.resume(story.file(), id(story))));
        assertThat(refused == null).isEqualTo(model.standsUntil != null);
        if (refused == null) {
            model.pauses.get(model.pauses.size() - 1)[1] = today;
            model.standsUntil = null;
        }
    }

    private Story asked() {
        Story story = stories.accepted().withOnTeam("officer", "reception");
        as("officer", () -> disclosures.open(story.file(), "self", LocalDate.parse("2026-06-01")));
        return story.check();
    }

    private long id(Story story) {
        return bySystem(() -> jdbc.sql("select id from deadline where case_number = ? and step = 'prepare'")
                .param(story.number().value())
                .query(Long.class)
                .single());
    }

    private Row row(Story story) {
        return bySystem(() -> jdbc.sql(
                        """
                select d.state, d.due_at, d.wake_at is not null or exists (
                    select from engine.act_ru_timer_job j join engine.act_ru_execution e on e.id_ = j.execution_id_
                    where e.parent_id_ = d.wait_id) or d.state = 'escalated' as ends
                from deadline d where d.case_number = ? and d.step = 'prepare'
                """)
                .param(story.number().value())
                .query((row, index) -> new Row(
                        row.getString("state"), row.getTimestamp("due_at").toInstant(), row.getBoolean("ends")))
                .single());
    }

    private int said(Story story) {
        return bySystem(() -> jdbc.sql(
                        """
                select count(*) from deadline_announcement a join deadline d on d.id = a.deadline
                where d.case_number = ? and d.step = 'prepare'
                """)
                .param(story.number().value())
                .query(Integer.class)
                .single());
    }

    private void as(String desk, Runnable work) {
        stories.acting().as(stories.office().at(desk), work);
    }

    private <T> T bySystem(Supplier<T> work) {
        return stories.acting()
                .as(StoryOffice.SYSTEM, () -> stories.transaction().execute(status -> work.get()));
    }
}
