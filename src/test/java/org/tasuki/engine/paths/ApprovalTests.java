package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.board.Approvals;
import org.tasuki.casefile.EmergencyAccess;
import org.tasuki.casefile.EmergencyReason;
import org.tasuki.casefile.Refusal;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.StepFacts;
import org.tasuki.inbox.Completion;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.Push;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;

/** What waits for a supervisor's approval is decided from the board, and never by whoever proposed it. */
@StoryTest
class ApprovalTests {

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private Acting acting;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Push push;

    @Autowired
    private EmergencyAccess emergencies;

    @Autowired
    private ProcessCatalog catalog;

    private final Browser browser;

    @Autowired
    ApprovalTests(WebApplicationContext house) {
        browser = new Browser(house);
    }

    @Test
    void everyApprovalOfTheOfficeNamesWhatItApproves() {
        assertThat(catalog.processes().stream()
                        .flatMap(process -> process.steps().stream())
                        .filter(step -> !step.notBy().isEmpty())
                        .map(StepFacts::id))
                .containsExactlyInAnyOrder(
                        "approveClosing",
                        "approvePoliceReferral",
                        "approveSupportReferral",
                        "decide",
                        "decideExtended");
    }

    @Test
    void aClosingIsDecidedFromTheListAndLeadsBackToIt() {
        Story story = proposed();
        InboxItem task = story.at("approveClosing").item();
        String page = text("/board/approvals");
        assertThat(page).contains(story.number().value(), "/tasks/" + task.taskId() + "?from=approvals", "終結の提案");
        assertThat(text("/tasks/" + task.taskId() + "?from=approvals")).contains("name=\"_from\" value=\"approvals\"");
        assertThat(browser.sends(office.at("supervisor"), "/tasks/" + task.taskId() + "/claim", "_from", "approvals"))
                .hasRedirectedUrl("/tasks/" + task.taskId() + "?from=approvals");
        assertThat(listed("supervisor"))
                .as("also in their hands")
                .contains(story.number().value());
        assertThat(completes(office.at("supervisor"), story, "_from", "approvals"))
                .hasRedirectedUrl("/board/approvals");
        story.ended("closed");
        assertThat(listed("supervisor")).doesNotContain(story.number().value());
    }

    /** Wherever a task says that it was opened from, it leads to a page of the house that some room named. */
    @Test
    void noAddressLeadsOutOfTheHouse() {
        Story story = proposed();
        assertThat(completes(office.at("supervisor"), story, "_from", "https://elsewhere.example/"))
                .hasRedirectedUrl("/inbox");
    }

    @Test
    void nobodyApprovesTheirOwnClosing() {
        Actor both = supervisorWhoIsAnOfficer();
        Story story = proposedBy(both);
        InboxItem task = story.at("approveClosing").item();
        acting.as(both, () -> {
            assertThat(stories.desk().claim(task.taskId())).isEqualTo(new Completion.Proposed());
            assertThat(stories.desk().complete(task.taskId(), answer(story))).isEqualTo(new Completion.Proposed());
            return true;
        });
        assertThat(story.check().steps()).contains("approveClosing");
        assertThat(text("/board/approvals")).contains("提案した本人は承認できません").doesNotContain(task.taskId() + "?from");
        assertThat(text("/tasks/" + task.taskId())).contains("提案した本人は承認できません").doesNotContain("着手する</button>");
        MvcTestResult refused = completes(both, story);
        assertThat(refused).hasStatus(HttpStatus.CONFLICT).bodyText().contains("提案した本人は承認できません");
        // Somebody else at the desk decides.
        assertThat(completes(deputy(), story)).hasStatus3xxRedirection();
        story.ended("closed");
    }

    @Test
    void nobodyIsGivenTheirOwnProposal() {
        Story story = proposedBy(supervisorWhoIsAnOfficer());
        String task = story.at("approveClosing").item().taskId();
        assertThatThrownBy(() -> acting.as(office.at("director"), () -> push.give(task, "story-supervisor", "load")))
                .isInstanceOf(Refusal.class)
                .hasMessage("inbox.push.proposed");
    }

    /** Returned and proposed anew by another: the first may approve it now. */
    @Test
    void theLastProposalCounts() {
        Story story = proposedBy(supervisorWhoIsAnOfficer());
        InboxItem first = story.at("approveClosing").item();
        Map<String, List<String>> returned = story.at("approveClosing").typed("closing", "returned");
        acting.as(deputy(), () -> assertThat(stories.desk().complete(first.taskId(), returned))
                .isInstanceOf(Completion.Done.class));
        story.at("supportPolicyMeeting").answers();
        story.at("followUp").answers("next", "close").at("proposeClosing").answers();
        assertThat(story.at("approveClosing").tries("closing", "approved")).isInstanceOf(Completion.Done.class);
    }

    @Test
    void theReviewOfAnOpenedRecordWaitsWithItsReason() {
        Story story = proposed();
        acting.as(
                office.secondOfficer(),
                () -> emergencies.open(story.number(), EmergencyReason.of("police", "警察から保護の照会を受けたため")));
        assertThat(text("/board/approvals")).contains("緊急閲覧", "警察から保護の照会を受けたため");
    }

    private Story proposed() {
        return stories.toBeClosed().at("proposeClosing").answers();
    }

    private Story proposedBy(Actor proposer) {
        Story story = stories.toBeClosed();
        Story.Step step = story.at("proposeClosing");
        Map<String, List<String>> typed = step.typed();
        acting.as(proposer, () -> assertThat(stories.desk().complete(step.item().taskId(), typed))
                .isInstanceOf(Completion.Done.class));
        return story.isAt("approveClosing");
    }

    private Actor supervisorWhoIsAnOfficer() {
        Actor supervisor = office.at("supervisor");
        Set<Role> roles = EnumSet.of(Role.SUPERVISOR, Role.OFFICER);
        return Actor.person(supervisor.account(), roles, supervisor.center(), null);
    }

    /** Another who sits at the supervisors' desk. */
    private Actor deputy() {
        Actor director = office.at("director");
        return Actor.person(director.account(), Set.of(Role.SUPERVISOR, Role.DIRECTOR), director.center(), null);
    }

    private Map<String, List<String>> answer(Story story) {
        return story.at("approveClosing").typed("closing", "approved");
    }

    private MvcTestResult completes(Actor person, Story story, String... more) {
        Map<String, List<String>> typed = answer(story);
        for (int i = 0; i < more.length; i += 2) {
            typed.put(more[i], List.of(more[i + 1]));
        }
        String[] sent = typed.entrySet().stream()
                .flatMap(one -> one.getValue().stream().flatMap(value -> List.of(one.getKey(), value).stream()))
                .toArray(String[]::new);
        return browser.sends(
                person, "/tasks/" + story.at("approveClosing").item().taskId() + "/completion", sent);
    }

    private List<String> listed(String desk) {
        return acting.as(office.at(desk), () -> approvals.first(1_000)).stream()
                .map(item -> item.number().value())
                .toList();
    }

    private String text(String path) {
        MvcTestResult page = browser.opens(office.at("supervisor"), path);
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
