package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.inbox.Desk;
import org.tasuki.inbox.InboxMoved;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;

/** What moves in the inbox is told to every node once it is committed, through the database. */
@StoryTest
@TestPropertySource(properties = "tasuki.inbox.tell-every=50ms")
@Import(InboxNewsTests.Ear.class)
class InboxNewsTests {

    private static final Set<String> MINE = Set.of("@story-reception");
    private static final Set<String> DESK = Set.of("story/reception");
    private static final Set<String> OTHERS = Set.of("@story-lawyer");

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private Desk desk;

    @Autowired
    private Acting acting;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestDatabase database;

    @Autowired
    private Ear ear;

    @TestComponent
    static class Ear {

        private final List<InboxMoved> heard = new CopyOnWriteArrayList<>();

        @EventListener
        void on(InboxMoved moved) {
            heard.add(moved);
        }

        boolean heardOf(Set<String> lists) {
            return heard.stream().anyMatch(one -> one.concerns(lists));
        }
    }

    @Test
    void aClaimIsToldToBothListsAndToNobodyElse() {
        String task = task();
        claim(task);
        await().atMost(Duration.ofSeconds(10)).until(() -> ear.heardOf(MINE) && ear.heardOf(DESK));
        assertThat(ear.heardOf(OTHERS)).isFalse();
        assertThat(ear.heard.toString()).as("no case in it").doesNotContain("ST-");
    }

    @Test
    void whatIsUndoneIsNeverTold() {
        String task = task();
        transaction.executeWithoutResult(status -> {
            claim(task);
            status.setRollbackOnly();
        });
        // Told after it, and heard in order.
        claim(task());
        await().atMost(Duration.ofSeconds(10)).until(() -> ear.heardOf(MINE));
        acting.as(office.at("reception"), () -> assertThat(
                        stories.inbox().find(task).orElseThrow().assignee())
                .isNull());
    }

    @Test
    void whoeverListensFindsTheWayBackAndLooks() {
        quiet();
        int ended = database.asSuperuser()
                .sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tasuki news'"
                        + " and datname = current_database()")
                .query(Boolean.class)
                .list()
                .size();
        assertThat(ended).isOne();
        // Nobody knows what was missed: everybody looks.
        await().atMost(Duration.ofSeconds(15)).until(() -> ear.heardOf(OTHERS));
        quiet();
        claim(task());
        await().atMost(Duration.ofSeconds(10)).until(() -> ear.heardOf(MINE));
        assertThat(ear.heardOf(OTHERS)).isFalse();
    }

    @Test
    void aThousandMovesAreToldInAFew() {
        String task = task();
        int before = ear.heard.size();
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < 500; i++) {
                claim(task);
                acting.as(office.at("reception"), () -> desk.release(task));
            }
        });
        await().atMost(Duration.ofSeconds(10)).until(() -> ear.heardOf(MINE));
        assertThat(ear.heard.size() - before).isLessThan(5);
    }

    private String task() {
        String task = stories.begin("2027-06-07T09:00").at("reception").item().taskId();
        quiet();
        return task;
    }

    /** Until what the story told has been heard. */
    private void quiet() {
        await().pollInterval(Duration.ofMillis(300))
                .atMost(Duration.ofSeconds(15))
                .until(() -> {
                    boolean silent = ear.heard.isEmpty();
                    ear.heard.clear();
                    return silent;
                });
    }

    private void claim(String task) {
        acting.as(office.at("reception"), () -> desk.claim(task));
    }
}
