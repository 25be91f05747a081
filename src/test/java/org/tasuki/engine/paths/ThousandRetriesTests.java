package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.tasuki.engine.TimerFired;
import org.tasuki.launch.TestDatabase;
import org.tasuki.operations.RetryRun;
import org.tasuki.operations.RetryRuns;
import org.tasuki.operations.RetryWatch;
import org.tasuki.people.Accounts;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.terms.Text;

/** The worst morning: a thousand timers were given up. Each is tried again once, whatever happens to the run on its way. */
@Tag("slow")
@StoryTest
@Import(ThousandRetriesTests.Dying.class)
@TestPropertySource(properties = "tasuki.test.many-cases=a thousand retries")
class ThousandRetriesTests {

    private static final int TIMERS = 1_000;
    private static final String OWNER = "many-supervisor";
    private static final Actor SUPERVISOR = Actor.person(OWNER, Set.of(Role.SUPERVISOR), ManyCases.CENTER, null);

    @Autowired
    private Stories stories;

    @Autowired
    private BrokenTimers broken;

    @Autowired
    private Sabotage sabotage;

    @Autowired
    private Accounts accounts;

    @Autowired
    private RetryRuns runs;

    @Autowired
    private DyingServer server;

    @Autowired
    private AutowireCapableBeanFactory house;

    @Autowired
    private TestDatabase database;

    @Test
    void eachIsTriedAgainOnceThroughAFailureAStopAndARestart() {
        aThousandGivenUp();
        RetryRun first = begin();
        assertThat(first.size()).isEqualTo(TIMERS);

        RetryWatch watch = started();
        sabotage.at(Sabotage.Moment.TIMER_FIRED);
        looks(watch, 5);
        assertThat(progress(first)).isEqualTo(new RetryRun.Progress(750, 249, 0, 1));

        // Whoever began it is gone: it stands still, and what is left begins again in the name of who begins it then.
        accounts.close(OWNER);
        looks(watch, 2);
        assertThat(find(first).state()).isEqualTo(RetryRun.State.STOPPED);
        accounts.reopen(OWNER);
        looks(watch, 2);
        assertThat(progress(first).waiting()).as("stopped is stopped").isEqualTo(750);
        RetryRun second = begin();
        assertThat(second.size()).as("the one that failed is asked again too").isEqualTo(751);

        server.diesAfter(320);
        assertThat(catchThrowable(() -> looks(watch, 10))).isNotNull();
        assertThat(server.died()).isTrue();
        assertThat(progress(second)).as("with one in its hands").isEqualTo(new RetryRun.Progress(431, 320, 0, 0));
        looks(started(), 10);
        assertThat(progress(second)).isEqualTo(new RetryRun.Progress(0, 751, 0, 0));
        assertThat(find(second).state()).isEqualTo(RetryRun.State.DONE);

        assertThat(count("from engine.act_ru_deadletter_job where id_ like '%-%-%-%-%-%'"))
                .as("nothing is left")
                .isZero();
        assertThat(outcomes()).containsExactlyInAnyOrderEntriesOf(Map.of("done", TIMERS, "failed", 1));
        assertThat(count("from (select distinct case_number from audit_entry where act = 'incident-retried'"
                        + " and center = 'many' and detail ->> 'outcome' = 'done') one"))
                .isEqualTo(TIMERS);
        assertThat(count("from case_event where center = 'many' and kind = 'OVERDUE'"))
                .isEqualTo(TIMERS);
        assertThat(count("from inbox_item where center = 'many' and step = 'sharePoliceUnconfirmed'"))
                .isEqualTo(TIMERS);
    }

    /** Copies of one that the engine itself has given up. */
    private void aThousandGivenUp() {
        Story story = stories.accepted();
        story.until(story.at("safetyCheck").item().dueAt().minusMillis(50));
        broken.fails(story, "safetyCheck", 3);
        new ManyCases(database.asSuperuser()).of(story.number(), TIMERS);
        accounts.add(new Accounts.NewAccount(
                OWNER, new Text("大規模", "Many"), "-", Set.of(Role.SUPERVISOR), ManyCases.CENTER, null));
    }

    /** As after a restart: nothing is in its memory. */
    private RetryWatch started() {
        return house.createBean(RetryWatch.class);
    }

    private static void looks(RetryWatch watch, int times) {
        for (int look = 0; look < times; look++) {
            watch.look();
        }
    }

    private RetryRun begin() {
        return by(() -> runs.begin("other")).orElseThrow().run();
    }

    private RetryRun find(RetryRun run) {
        return by(() -> runs.find(run.id())).orElseThrow();
    }

    private RetryRun.Progress progress(RetryRun run) {
        return by(() -> runs.progress(run));
    }

    private Map<String, Integer> outcomes() {
        return database
                .asSuperuser()
                .sql(
                        """
                        select detail ->> 'outcome' as outcome, count(*) as times from audit_entry
                        where act = 'incident-retried' and center = 'many' group by 1
                        """)
                .query((row, index) -> Map.entry(row.getString("outcome"), row.getInt("times")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private int count(String from) {
        return database.asSuperuser()
                .sql("select count(*) " + from)
                .query(Integer.class)
                .single();
    }

    private <T> T by(Supplier<T> deed) {
        return stories.acting().as(SUPERVISOR, deed);
    }

    static class DyingServer extends DyingNode {

        DyingServer(JdbcClient jdbc) {
            super(jdbc);
        }

        @EventListener
        void on(TimerFired fired) {
            one();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Dying {

        @Bean
        DyingServer dyingServer(JdbcClient jdbc) {
            return new DyingServer(jdbc);
        }
    }
}
