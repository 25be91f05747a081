package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.flowable.engine.ManagementService;
import org.flowable.engine.ProcessEngineConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.casefile.Timeline;
import org.tasuki.casefile.Timeline.Kind;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;

/** The engine's own clockwork wakes for a timer, without anybody pushing it. */
@StoryTest
class ClockworkTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Stories stories;

    @Autowired
    private ProcessEngineConfiguration engine;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Acting acting;

    @Autowired
    private Sabotage sabotage;

    @Autowired
    private TestDatabase database;

    @AfterEach
    void stop() {
        engine.getAsyncExecutor().shutdown();
    }

    @Test
    void aTimerThatFallsDueGoesOffByItselfAndOnce() {
        Story story = aSecondBeforeItIsTooLate();
        engine.getAsyncExecutor().start();
        await().atMost(PATIENCE).until(() -> story.steps().contains("sharePoliceUnconfirmed"));
        story.check().isAt("safetyCheck", "sharePoliceUnconfirmed");
        assertThat(overdue(story))
                .singleElement()
                .extracting(Timeline.Event::actor)
                .isEqualTo("system");
    }

    /** A fetch that is smaller than what may be fetched makes the engine rest; so one that fills the queue must be a whole one. */
    @Test
    void manyTimersAtOnceAreFetchedWithoutRests() {
        var executor = engine.getAsyncExecutor();
        assertThat(executor.getTaskExecutor().getRemainingCapacity())
                .isGreaterThanOrEqualTo(3 * executor.getMaxAsyncJobsDuePerAcquisition());
    }

    @Test
    void aTimerWhoseRunnerDiedIsTakenUpAgainAndGoesOffOnce() {
        Story story = aSecondBeforeItIsTooLate();
        String timer = database.asSuperuser()
                .sql(
                        """
                        select id_ from engine.act_ru_timer_job where process_instance_id_ in
                            (select id_ from engine.act_ru_execution where business_key_ = ?)
                        """)
                .param(story.number().value())
                .query(String.class)
                .single();
        jobs.moveTimerToExecutableJob(timer);
        assertThat(database.asSuperuser()
                        .sql(
                                """
                        update engine.act_ru_job set lock_owner_ = 'a machine without power',
                               lock_exp_time_ = now() - interval '1 s'
                        where id_ = ?
                        """)
                        .param(timer)
                        .update())
                .isOne();
        engine.getAsyncExecutor().start();
        await().atMost(PATIENCE).until(() -> story.steps().contains("sharePoliceUnconfirmed"));
        assertThat(overdue(story)).hasSize(1);
    }

    @Test
    void aTimerThatFailsIsTriedAgainAndGoesOffOnce() {
        Story story = aSecondBeforeItIsTooLate();
        sabotage.at(Sabotage.Moment.TIMER_FIRED);
        engine.getAsyncExecutor().start();
        await().atMost(PATIENCE).until(() -> story.steps().contains("sharePoliceUnconfirmed"));
        story.check().isAt("safetyCheck", "sharePoliceUnconfirmed");
        assertThat(overdue(story)).hasSize(1);
    }

    private Story aSecondBeforeItIsTooLate() {
        Story story = stories.accepted();
        return story.until(story.at("safetyCheck").item().dueAt().minusSeconds(1));
    }

    private List<Timeline.Event> overdue(Story story) {
        return acting.as(StoryOffice.SYSTEM, () -> timeline.of(story.number())).stream()
                .filter(event -> event.kind() == Kind.OVERDUE)
                .toList();
    }
}
