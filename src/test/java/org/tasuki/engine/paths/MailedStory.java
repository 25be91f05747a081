package org.tasuki.engine.paths;

import java.util.Set;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tasuki.deadlines.DeadlineLadder;
import org.tasuki.launch.TestDatabase;
import org.tasuki.notices.LadderWatch;

/** A real case, on the house's own clock, whose reception is late. */
@TestComponent
class MailedStory {

    static final String NAME = "蛇穴 まどか";

    private final Stories stories;
    private final Hands hands;
    private final LadderWatch watch;
    private final DeadlineLadder ladder;
    private final TestDatabase database;

    MailedStory(Stories stories, Hands hands, LadderWatch watch, DeadlineLadder ladder, TestDatabase database) {
        this.stories = stories;
        this.hands = hands;
        this.watch = watch;
        this.ladder = ladder;
        this.database = database;
    }

    /** It opens at this moment, and waits at the reception, for one hour at most. */
    Story opens(String moment) {
        hands.at(moment);
        Story story = stories.begin(moment);
        JdbcClient jdbc = database.asSuperuser();
        jdbc.sql("insert into child (case_number, center, name, kana) values (?, ?, ?, 'サラギ マドカ')"
                        + " on conflict (case_number) do update set name = excluded.name")
                .params(story.number().value(), StoryOffice.CENTER, NAME)
                .update();
        // The case that Endings begins beside has no child, and nothing is told of it.
        jdbc.sql("update deadline set wake_at = null where case_number not in (select case_number from child)")
                .update();
        return story;
    }

    /** A quarter of an hour is left. */
    void comesNear(Story story, String moment) {
        hands.at(moment);
        watch.look();
    }

    /** As the engine's timer says it when it goes off. */
    void isOver(Story story, String moment) {
        hands.at(moment);
        String wait = database.asSuperuser()
                .sql("select wait_id from deadline where case_number = ? and rule = 'reception' and ended_at is null")
                .param(story.number().value())
                .query(String.class)
                .single();
        stories.acting().as(StoryOffice.SYSTEM, () -> stories.transaction()
                .executeWithoutResult(status -> ladder.passed(wait, "reception", false, Set.of())));
    }

    /** The urgency sheet came out so. */
    void isUrgent(Story story) {
        database.asSuperuser()
                .sql("update case_file set urgency = 'AA' where number = ?")
                .param(story.number().value())
                .update();
    }
}
