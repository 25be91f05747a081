package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.casefile.Drafts;
import org.tasuki.inbox.Completion;
import org.tasuki.inbox.DeviceKeys;
import org.tasuki.inbox.KeptOnDevice;
import org.tasuki.launch.TestDatabase;

/** What a device kept is heard once, and overwrites nothing. */
@StoryTest
class SentOnceTests {

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private KeptOnDevice kept;

    @Autowired
    private DeviceKeys keys;

    @Autowired
    private Drafts drafts;

    @Autowired
    private TestDatabase database;

    @Test
    void theSameAnswerSentTwiceIsDoneOnce() {
        Story story = stories.accepted();
        Story.Step check = story.at("safetyCheck");
        String task = check.item().taskId();
        Map<String, List<String>> answer = entry(check.typed("safety", "confirmed"), "true");
        assertThat(sends("officer", task, answer)).isInstanceOf(Completion.Done.class);
        List<String> steps = story.steps();
        assertThat(sends("officer", task, answer)).isInstanceOf(Completion.Done.class);
        assertThat(story.steps()).isEqualTo(steps);
        assertThat(answers(task)).isOne();
    }

    @Test
    void anotherAnswerOrAnotherPersonsIsToldWhoWasFirst() {
        Story story = stories.accepted();
        Story.Step check = story.at("safetyCheck");
        String task = check.item().taskId();
        Map<String, List<String>> answer = entry(check.typed("safety", "confirmed"), "true");
        sends("officer", task, answer);
        assertThat(sends("supervisor", task, answer)).isInstanceOf(Completion.Gone.class);
        assertThat(sends("officer", task, entry(answer, "true"))).isEqualTo(new Completion.Gone("story-officer"));
        assertThat(answers(task)).isOne();
    }

    @Test
    void aNewerDraftIsNotOverwrittenAndTheSameWordsAreNoConflict() {
        Story story = stories.accepted();
        String task = story.at("safetyCheck").item().taskId();
        stories.acting().as(office.at("officer"), () -> stories.desk().claim(task));
        Map<String, List<String>> first = entry(Map.of("nextSteps", List.of("机で")), "false");
        assertThat(sends("officer", task, first)).isInstanceOf(Completion.Done.class);
        assertThat(sends("officer", task, first)).isInstanceOf(Completion.Done.class);
        first.put("nextSteps", List.of("机で、その先も"));
        assertThat(sends("officer", task, first)).isInstanceOf(Completion.Done.class);
        Map<String, List<String>> older = entry(Map.of("nextSteps", List.of("電話で")), "false");
        assertThat(sends("officer", task, older)).isEqualTo(new Completion.Newer());
        older.put(KeptOnDevice.BASE, List.of(savedAt(task)));
        assertThat(sends("officer", task, older)).isInstanceOf(Completion.Done.class);
    }

    /** Even what a colleague was given by rule and has not begun: at the desk they could take it over, and see what they do. */
    @Test
    void whatComesLateTakesNobodysTaskOver() {
        Story story = stories.accepted().withOnTeam("officer2");
        Story.Step check = story.at("safetyCheck");
        Map<String, List<String>> answer = entry(check.typed("safety", "confirmed"), "true");
        assertThat(check.item().assignee()).isEqualTo("story-officer");
        assertThat(sends("officer2", check.item().taskId(), answer)).isEqualTo(new Completion.HeldBy("story-officer"));
        assertThat(answers(check.item().taskId())).isZero();
        assertThat(story.at("safetyCheck").item().assignee()).isEqualTo("story-officer");
    }

    @Test
    void eachPersonHasOneKeyAndNobodyElses() {
        DeviceKeys.DeviceKey mine = stories.acting().as(office.at("officer"), keys::mine);
        assertThat(stories.acting().as(office.at("officer"), keys::mine)).isEqualTo(mine);
        DeviceKeys.DeviceKey theirs = stories.acting().as(office.at("supervisor"), keys::mine);
        assertThat(theirs.key()).isNotEqualTo(mine.key());
        assertThat(mine.toString()).doesNotContain(mine.key());
        String owner = mine.owner().toString();
        assertThat(stories.acting().as(office.at("officer"), () -> keys.mayBeMine(owner)))
                .isTrue();
        assertThat(stories.acting().as(office.at("supervisor"), () -> keys.mayBeMine(owner)))
                .isFalse();
    }

    private Completion sends(String role, String task, Map<String, List<String>> typed) {
        return stories.acting().as(office.at(role), () -> kept.send(task, typed));
    }

    private String savedAt(String task) {
        return stories.acting()
                .as(office.at("officer"), () -> drafts.savedAt(task, "story-officer"))
                .orElseThrow()
                .toString();
    }

    private long answers(String task) {
        return database.asSuperuser()
                .sql("select count(*) from form_answer where task_id = ?")
                .param(task)
                .query(Long.class)
                .single();
    }

    private static Map<String, List<String>> entry(Map<String, List<String>> typed, String finish) {
        Map<String, List<String>> entry = new HashMap<>(typed);
        entry.put("_entry", List.of(UUID.randomUUID().toString()));
        entry.put(KeptOnDevice.FINISH, List.of(finish));
        return entry;
    }
}
