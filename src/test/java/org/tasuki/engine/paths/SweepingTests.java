package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.casefile.CaseEnding;
import org.tasuki.casefile.EndingReason;
import org.tasuki.inbox.Desk;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;

/** A draft goes with its task, whoever wrote it and whoever ends the task. */
@StoryTest
class SweepingTests {

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private Desk desk;

    @Autowired
    private CaseEnding ending;

    @Autowired
    private Acting acting;

    @Autowired
    private TestDatabase database;

    @Test
    void whenTheCaseIsWithdrawn() {
        Story story = stories.accepted();
        typesInto(story.at("safetyCheck"), office.at("officer"));
        acting.as(office.at("supervisor"), () -> ending.withdraw(story.number(), new EndingReason("誤って開いたため")));
        story.isGone();
        assertThat(drafts(story)).isZero();
    }

    @Test
    void whenTheCaseIsJoinedToAnotherWhichKeepsItsOwn() {
        Story story = stories.accepted();
        Story other = stories.accepted();
        typesInto(story.at("safetyCheck"), office.at("officer"));
        typesInto(other.at("safetyCheck"), office.at("officer"));
        acting.as(
                office.at("supervisor"),
                () -> ending.join(story.number(), other.number(), new EndingReason("同じ児童のため")));
        story.isGone();
        assertThat(drafts(story)).isZero();
        assertThat(drafts(other)).isOne();
        other.isAt("safetyCheck").at("safetyCheck").answers("safety", "confirmed");
    }

    @Test
    void whenAColleagueCompletesTheTask() {
        Story story = stories.accepted().withOnTeam("officer2");
        typesInto(story.at("safetyCheck"), office.secondOfficer());
        acting.as(
                office.secondOfficer(),
                () -> desk.release(story.at("safetyCheck").item().taskId()));
        story.at("safetyCheck").answers("safety", "confirmed");
        assertThat(drafts(story)).isZero();
    }

    @Test
    void whenTheTimeOfAnAgencyRunsOut() {
        Story story = stories.toPolice()
                .at("preparePoliceReferral")
                .answers()
                .at("approvePoliceReferral")
                .answers("approval", "approved");
        typesInto(story.at("awaitPoliceAnswer"), office.at("agency:story-police"));
        story.at("awaitPoliceAnswer").timesOut().isAt("decideAnew");
        assertThat(drafts(story)).isZero();
    }

    private void typesInto(Story.Step step, Actor person) {
        String task = step.item().taskId();
        acting.as(person, () -> {
            desk.claim(task);
            assertThat(desk.saveDraft(task, Map.of("nextSteps", List.of("学校に連絡"))))
                    .isTrue();
        });
    }

    private long drafts(Story story) {
        return database.asSuperuser()
                .sql("select count(*) from draft where case_number = ?")
                .param(story.number().value())
                .query(Long.class)
                .single();
    }
}
