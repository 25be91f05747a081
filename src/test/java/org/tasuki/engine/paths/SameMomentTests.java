package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.flowable.engine.ProcessEngineConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.casefile.Timeline;
import org.tasuki.casefile.Timeline.Kind;
import org.tasuki.engine.CaseLock;
import org.tasuki.inbox.Completion;
import org.tasuki.inbox.Desk;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.referral.HandOver;
import org.tasuki.referral.HandOver.State;
import org.tasuki.referral.HandOvers;

/**
 * Timers of one case that fall due together, by the engine's own clockwork and in threads of their own. The case is held
 * until all of them stand at its door, so that they meet for certain.
 */
@StoryTest
class SameMomentTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private Desk desk;

    @Autowired
    private ProcessEngineConfiguration engine;

    @Autowired
    private CaseLock lock;

    @Autowired
    private HandOvers handOvers;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Acting acting;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestDatabase database;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void stop() {
        engine.getAsyncExecutor().shutdown();
        root().detachAppender(log);
    }

    @Test
    void twoServicesAreSilentAtOnce() {
        Story story = aSecondBeforeBothAreSilent();
        transaction.executeWithoutResult(status -> {
            lock.hold(story.number());
            engine.getAsyncExecutor().start();
            awaitTimersAtTheDoor(2);
        });
        await().atMost(PATIENCE).until(() -> story.steps().equals(List.of("decideAnew", "decideAnew")));
        awaitNoJobsOf(story);
        story.check();
        assertThat(states(story)).containsExactly(State.SILENT, State.SILENT);
        assertThat(overdue(story)).hasSize(2);
        assertQuiet();
    }

    @Test
    void aServiceAnswersWhileItsTimerStandsAtTheDoor() {
        Story story = aSecondBeforeBothAreSilent();
        Story.Step answer = story.at("awaitServiceAnswer", "story-school");
        Map<String, List<String>> typed = answer.typed("answer", "accepted");
        typed.put(Desk.LATE_REASON, List.of("同時に期限が来たため"));
        Actor worker = office.at(answer.item().desk());
        transaction.executeWithoutResult(status -> {
            lock.hold(story.number());
            engine.getAsyncExecutor().start();
            awaitTimersAtTheDoor(2);
            assertThat(acting.as(worker, () -> desk.complete(answer.item().taskId(), typed)))
                    .isInstanceOf(Completion.Done.class);
        });
        await().atMost(PATIENCE).until(() -> story.steps().contains("decideAnew"));
        awaitNoJobsOf(story);
        story.check().isAt("supportReport", "decideAnew");
        assertThat(states(story)).containsExactlyInAnyOrder(State.ACCEPTED, State.SILENT);
        assertThat(overdue(story)).hasSize(1);
        assertQuiet();
    }

    private Story aSecondBeforeBothAreSilent() {
        Story story = stories.toServices();
        story.at("prepareSupportReferral").answers("agency", "story-support");
        story.at("prepareSupportReferral").answers("agency", "story-school");
        story.at("approveSupportReferral").answers("approval", "approved");
        story.at("approveSupportReferral").answers("approval", "approved");
        Instant due = story.at("awaitServiceAnswer", 0).item().dueAt();
        assertThat(story.at("awaitServiceAnswer", 1).item().dueAt()).isEqualTo(due);
        return story.until(due.minusSeconds(1));
    }

    private void awaitTimersAtTheDoor(int waiting) {
        await().atMost(PATIENCE)
                .until(() -> database.asSuperuser()
                                .sql(
                                        "select count(*) from pg_locks where locktype = 'advisory' and not granted"
                                                + " and database = (select oid from pg_database where datname = current_database())")
                                .query(Integer.class)
                                .single()
                        == waiting);
    }

    /** Whatever was retried has had its turn. */
    private void awaitNoJobsOf(Story story) {
        await().atMost(PATIENCE)
                .until(() -> database.asSuperuser()
                                .sql(
                                        """
                                select count(*) from engine.act_ru_job where process_instance_id_ in
                                    (select id_ from engine.act_ru_execution where business_key_ = ?)
                                """)
                                .param(story.number().value())
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    private List<State> states(Story story) {
        return acting.as(StoryOffice.SYSTEM, () -> transaction.execute(status -> handOvers.of(story.number()))).stream()
                .map(HandOver::state)
                .toList();
    }

    private List<Timeline.Event> overdue(Story story) {
        return acting.as(StoryOffice.SYSTEM, () -> timeline.of(story.number())).stream()
                .filter(event -> event.kind() == Kind.OVERDUE)
                .toList();
    }

    private void assertQuiet() {
        assertThat(log.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .extracting(event -> event.getLoggerName() + ": " + event.getFormattedMessage())
                .isEmpty();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    }
}
