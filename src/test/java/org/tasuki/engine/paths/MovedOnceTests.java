package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tasuki.engine.paths.AtOnce.atOnce;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.tasuki.engine.TaskMoved;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.versions.Move;
import org.tasuki.versions.MoveBook;
import org.tasuki.versions.Version;
import org.tasuki.versions.VersionWatch;
import org.tasuki.versions.Versions;

/** Two nodes begin one version and work one run off, each case once; one that dies on the way leaves the case as it was. */
@StoryTest
@Import(MovedOnceTests.Dying.class)
@TestPropertySource(properties = "tasuki.test.many-cases=a run on two nodes")
class MovedOnceTests {

    private static final Actor ADMIN = Actor.person("story-officer", Set.of(Role.ADMIN), StoryOffice.CENTER, null);
    private static final int CASES = 70;

    @Autowired
    private Stories stories;

    @Autowired
    private Versions versions;

    @Autowired
    private VersionWatch watch;

    @Autowired
    private MoveBook book;

    @Autowired
    private DyingMover dying;

    @Autowired
    private TestDatabase database;

    @Test
    void ofTwoNodesEachCaseIsMovedByOneAlsoWhenOneDies() {
        Story story = stories.accepted();
        new ManyCases(database.asSuperuser()).of(story.number(), CASES - 1);
        Version version = byAdmin(() -> versions.bring(NextGuidance.file(), versions.today()));
        Callable<Boolean> begins = () -> {
            watch.begin();
            return true;
        };
        atOnce(begins, begins);
        Version begun = byAdmin(() -> versions.find(version.id()).orElseThrow());
        assertThat(count("from engine.act_re_procdef where key_ = 'guidance-center'"))
                .as("begun once")
                .isEqualTo(2);
        assertThat(count("from audit_entry where act = 'process-begun'")).isEqualTo(1);

        Move move = byAdmin(
                () -> book.find(book.begin(begun, Map.of()).orElseThrow()).orElseThrow());
        dying.diesAfter(30);
        atOnce(looks(), looks());
        assertThat(dying.died()).isTrue();
        for (int look = 0; look < 3; look++) {
            atOnce(looks(), looks());
        }
        assertThat(byAdmin(() -> book.find(move.id()).orElseThrow()).state()).isEqualTo(Move.State.DONE);
        assertThat(progress(move)).isEqualTo(new Move.Progress(0, CASES, 0));
        assertThat(count("from audit_entry where act = 'case-moved'")).isEqualTo(CASES);
        assertThat(count("from (select distinct case_number from audit_entry where act = 'case-moved') one"))
                .isEqualTo(CASES);
        assertThat(byAdmin(() -> book.behind(begun))).isEmpty();
        story.check().at("safetyCheck").answers("safety", "confirmed");
    }

    private Callable<Boolean> looks() {
        return () -> {
            try {
                watch.look();
            } catch (RuntimeException died) {
                return false;
            }
            return true;
        };
    }

    private int count(String from) {
        return database.asSuperuser()
                .sql("select count(*) " + from)
                .query(Integer.class)
                .single();
    }

    private Move.Progress progress(Move move) {
        return byAdmin(() -> book.progress(move));
    }

    private <T> T byAdmin(Supplier<T> work) {
        stories.office().open();
        return stories.acting().as(ADMIN, work);
    }

    static class DyingMover extends DyingNode {

        DyingMover(JdbcClient jdbc) {
            super(jdbc);
        }

        @EventListener
        void on(TaskMoved moved) {
            one();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Dying {

        @Bean
        DyingMover dyingMover(JdbcClient jdbc) {
            return new DyingMover(jdbc);
        }
    }
}
