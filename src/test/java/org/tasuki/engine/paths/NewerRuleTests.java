package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tasuki.deadlines.DeadlineRule;
import org.tasuki.limits.Planned;
import org.tasuki.limits.RuleMoves;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;

/** A rule has a newer version: what runs stays under the one it began with, until somebody says that it moves. */
@StoryTest
class NewerRuleTests {

    private static final Actor ADMIN = Actor.person("story-admin", Set.of(Role.ADMIN), StoryOffice.CENTER, null);

    @TempDir
    static Path folder;

    @Autowired
    private Stories stories;

    @Autowired
    private RuleMoves moves;

    @Autowired
    private JdbcClient jdbc;

    /** From 2 June 2026 on the urgency sheet has three working days instead of one. */
    @DynamicPropertySource
    static void withANewerVersion(DynamicPropertyRegistry properties) {
        properties.add("tasuki.deadlines.rules", () -> "file:" + written());
    }

    private static Path written() {
        try {
            String shipped = Files.readString(Path.of("processes/deadlines.yaml"));
            int from = shipped.indexOf("  - id: urgency-sheet\n");
            String rule = shipped.substring(from, shipped.indexOf("\n\n", from) + 1);
            String newer = rule.replace("limit: 1", "limit: 3").replace("2020-04-01", "2026-06-02");
            return Files.writeString(folder.resolve("deadlines.yaml"), shipped + "\n\n" + newer);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void whatRunsStaysUnlessItIsMovedAndKeepsItsOldTime() {
        Story before = stories.investigated();
        before.at("urgencySheet").isDue("2026-06-02T17:15");
        Story after = stories.diagnosed(
                stories.accepted().until("2026-06-02T08:00").at("safetyCheck").answers("safety", "confirmed"));
        after.at("urgencySheet").isDue("2026-06-05T17:15");

        DeadlineRule newest =
                stories.acting().as(ADMIN, () -> moves.find("urgency-sheet")).orElseThrow();
        assertThat(stories.acting().as(ADMIN, () -> moves.find("advice"))).isEmpty();
        Planned plan = stories.acting().as(ADMIN, () -> moves.plan(newest));
        assertThat(plan.moves()).singleElement().satisfies(move -> {
            assertThat(move.number()).isEqualTo(before.number());
            assertThat(move.step()).isEqualTo("urgencySheet");
        });
        before.at("urgencySheet").isDue("2026-06-02T17:15");
        assertThat(stories.acting().as(ADMIN, () -> moves.confirm(newest, "another")))
                .isEmpty();
        assertThat(stories.acting().as(ADMIN, () -> moves.confirm(newest, plan.mark())))
                .isPresent();

        before.check().at("urgencySheet").isDue("2026-06-04T17:15");
        after.check().at("urgencySheet").isDue("2026-06-05T17:15");
        assertThat(changes()).containsExactly("rule 2020-04-01 2026-06-02");
        assertThat(stories.acting().as(ADMIN, () -> moves.plan(newest)).moves()).isEmpty();
    }

    private List<String> changes() {
        return stories.acting()
                .as(StoryOffice.SYSTEM, () -> stories.transaction().execute(status -> jdbc.sql(
                                "select why || ' ' || old_version || ' ' || new_version from deadline_change")
                        .query(String.class)
                        .list()));
    }
}
