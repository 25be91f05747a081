package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.casefile.Drafts;
import org.tasuki.casefile.LeftDrafts;
import org.tasuki.casefile.LeftDrafts.Left;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.MovingStep;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Actor;

/** What somebody had begun to type is not lost when a supervisor moves the case to another step. */
@StoryTest
class LeftDraftTests {

    private static final String REASON = "援助方針会議をやり直すため。";
    private static final String WORDS = "登校を嫌がらなくなった。";
    private static final String FIELD = "childState";

    @Autowired
    private Stories stories;

    @Autowired
    private MovingStep moving;

    @Autowired
    private Drafts drafts;

    @Autowired
    private LeftDrafts left;

    @Autowired
    private TestDatabase database;

    @Autowired
    private WebApplicationContext house;

    @Test
    void itStaysWithWhoeverTypedItAndNobodyElse() {
        Story story = stories.followedUp().withOnTeam("officer", "supervisor");
        InboxItem followUp = typesAndIsMovedAway(story);
        assertThat(mine(officer(), story)).singleElement().satisfies(one -> {
            assertThat(one.taskId()).isEqualTo(followUp.taskId());
            assertThat(one.step()).isEqualTo("followUp");
            assertThat(one.form()).isEqualTo(followUp.form());
            assertThat(one.typed()).containsEntry(FIELD, List.of(WORDS));
        });
        assertThat(mine(supervisor(), story)).isEmpty();
        assertThat(mine(stories.office().secondOfficer(), story)).isEmpty();
        assertThat(stories.acting().as(supervisor(), () -> drafts.find(followUp.taskId(), "story-officer")))
                .isEmpty();
        assertThat(stories.acting().as(supervisor(), () -> left.discard(followUp.taskId())))
                .isFalse();
        assertThat(mine(officer(), story)).hasSize(1);
    }

    @Test
    void aLookAtTheMoveTakesNothing() {
        Story story = stories.followedUp().withOnTeam("officer");
        InboxItem followUp = types(story);
        stories.acting()
                .as(supervisor(), () -> moving.preview(followUp.taskId(), "supportPolicyMeeting", REASON))
                .orElseThrow();
        assertThat(stories.acting().as(officer(), () -> drafts.find(followUp.taskId(), "story-officer")))
                .isPresent();
        assertThat(mine(officer(), story)).isEmpty();
    }

    @Test
    void aTaskThatEndsOtherwiseTakesItsDraftsAlong() {
        Story story = stories.begin();
        InboxItem reception = story.at("reception").item();
        Actor person = stories.office().at("reception");
        stories.acting().as(person, () -> stories.desk().claim(reception.taskId()));
        stories.acting().as(person, () -> stories.desk().saveDraft(reception.taskId(), typed()));
        assertThat(rows(reception.taskId())).isOne();
        story.at("reception").answers();
        assertThat(rows(reception.taskId())).isZero();
    }

    @Test
    void itIsPutIntoTheFormWhenTheStepComesAgain() {
        Story story = stories.followedUp().withOnTeam("officer", "supervisor");
        InboxItem followUp = typesAndIsMovedAway(story);
        story.at("supportPolicyMeeting").answers("measure", "none");
        String again = story.at("followUp").item().taskId();
        stories.acting().as(officer(), () -> stories.desk().claim(again));
        Browser browser = new Browser(house);
        assertThat(text(browser.opens(officer(), "/inbox?tab=mine"))).contains("/kept#left");
        assertThat(text(browser.opens(officer(), "/tasks/" + again))).contains(WORDS, "この内容をフォームに入れる");
        assertThat(text(browser.opens(supervisor(), "/tasks/" + again))).doesNotContain(WORDS);
        assertThat(browser.sends(supervisor(), "/tasks/" + again + "/left", "left", followUp.taskId()))
                .hasStatus(404);
        assertThat(browser.sends(officer(), "/tasks/" + again + "/left", "left", followUp.taskId()))
                .hasRedirectedUrl("/tasks/" + again);
        assertThat(stories.acting().as(officer(), () -> drafts.find(again, "story-officer")))
                .hasValueSatisfying(words -> assertThat(words).containsEntry(FIELD, List.of(WORDS)));
        assertThat(mine(officer(), story)).isEmpty();
        assertThat(text(browser.opens(officer(), "/tasks/" + again)))
                .contains(WORDS)
                .doesNotContain("この内容をフォームに入れる");
    }

    @Test
    void itIsReadAndDiscardedWhereKeptEntriesStand() {
        Story story = stories.followedUp().withOnTeam("officer", "supervisor");
        InboxItem followUp = typesAndIsMovedAway(story);
        String removal = "/tasks/" + followUp.taskId() + "/left/removal";
        Browser browser = new Browser(house);
        assertThat(text(browser.opens(officer(), "/kept")))
                .contains(WORDS, story.number().value(), "経過確認");
        assertThat(text(browser.opens(supervisor(), "/kept"))).doesNotContain(WORDS);
        assertThat(browser.sends(supervisor(), removal)).hasStatus(404);
        assertThat(browser.sends(officer(), removal)).hasRedirectedUrl("/kept");
        assertThat(text(browser.opens(officer(), "/kept")))
                .doesNotContain(story.number().value());
        assertThat(browser.sends(officer(), removal)).hasStatus(404);
        assertThat(rows(followUp.taskId())).isZero();
    }

    /** It can be read no more, and goes with the case when that is erased: see EraseCaseTests. */
    @Test
    void inACaseThatHasEndedItIsSeenNoMore() {
        Story story = stories.followedUp().withOnTeam("officer");
        InboxItem followUp = typesAndIsMovedAway(story);
        database.asSuperuser()
                .sql("update case_file set status = 'withdrawn', closed_at = now() where number = ?")
                .param(story.number().value())
                .update();
        assertThat(mine(officer(), story)).isEmpty();
        assertThat(stories.acting().as(officer(), () -> drafts.find(followUp.taskId(), "story-officer")))
                .isEmpty();
        assertThat(rows(followUp.taskId())).isOne();
    }

    private InboxItem typesAndIsMovedAway(Story story) {
        InboxItem followUp = types(story);
        move(story, "followUp", "supportPolicyMeeting");
        return followUp;
    }

    private InboxItem types(Story story) {
        InboxItem followUp = story.at("followUp").item();
        stories.acting().as(officer(), () -> stories.desk().claim(followUp.taskId()));
        assertThat(stories.acting().as(officer(), () -> stories.desk().saveDraft(followUp.taskId(), typed())))
                .isTrue();
        return followUp;
    }

    private void move(Story story, String from, String to) {
        String task = story.at(from).item().taskId();
        stories.acting().as(supervisor(), () -> moving.move(task, to, REASON)).orElseThrow();
    }

    private List<Left> mine(Actor person, Story story) {
        return stories.acting().as(person, () -> left.mine()).stream()
                .filter(one -> one.number().equals(story.number()))
                .toList();
    }

    private long rows(String taskId) {
        return database.asSuperuser()
                .sql("select count(*) from draft where task_id = ?")
                .param(taskId)
                .query(Long.class)
                .single();
    }

    private static Map<String, List<String>> typed() {
        return Map.of(FIELD, List.of(WORDS), "_entry", List.of("00000000-0000-0000-0000-0000000000aa"));
    }

    private static String text(MvcTestResult page) {
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private Actor supervisor() {
        return stories.office().at("supervisor");
    }

    private Actor officer() {
        return stories.office().at("officer");
    }
}
