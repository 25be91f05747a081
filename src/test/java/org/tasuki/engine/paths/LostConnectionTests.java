package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.launch.TestDatabase;

/** The database drops a connection in the middle of a step; the next step finds another one. */
@StoryTest
class LostConnectionTests {

    @Autowired
    private Stories stories;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestDatabase database;

    @Test
    void theStepIsUndoneAndTheNextWorks() {
        Story story = stories.accepted();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    story.at("safetyCheck").tries("safety", "confirmed");
                    int mine = jdbc.sql("select pg_backend_pid()")
                            .query(Integer.class)
                            .single();
                    assertThat(terminate("pid = " + mine)).isOne();
                    jdbc.sql("select 1").query(Integer.class).single();
                }))
                .isInstanceOfAny(DataAccessException.class, TransactionException.class);
        story.check().isAt("safetyCheck").at("safetyCheck").answers("safety", "confirmed");
    }

    @Test
    void allConnectionsAreLostAndTheHouseComesBack() {
        Story story = stories.accepted();
        terminate("datname = current_database() and pid <> pg_backend_pid()");
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(15))
                .until(() -> story.check().steps().contains("safetyCheck"));
        story.at("safetyCheck").answers("safety", "confirmed");
    }

    private long terminate(String which) {
        return database.asSuperuser()
                .sql("select pg_terminate_backend(pid) from pg_stat_activity where " + which)
                .query(Boolean.class)
                .list()
                .size();
    }
}
