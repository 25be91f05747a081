package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.inbox.Completion;
import org.tasuki.inbox.InboxItem;
import org.tasuki.notices.LadderWatch;
import org.tasuki.people.Accounts;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.staffing.Absence;
import org.tasuki.staffing.Absences;
import org.tasuki.terms.Text;

/**
 * Nobody approves their own proposal, by whichever way the task comes to them (docs/decisions/0048). In this office the supervisors' tasks
 * are shared out by rule: among equals by the account's name, so that whoever proposes here would have it.
 */
@StoryTest
class FourEyesTests {

    private static final String PROPOSER = "story-supervisor";
    private static final String SECOND = "story-supervisor2";
    private static final String THIRD = "story-supervisor3";

    @TempDir
    static Path folder;

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Absences absences;

    @Autowired
    private LadderWatch watch;

    @Autowired
    private Clock clock;

    private final Browser browser;

    @Autowired
    FourEyesTests(WebApplicationContext house) {
        browser = new Browser(house);
    }

    @DynamicPropertySource
    static void sharedByRule(DynamicPropertyRegistry properties) {
        properties.add("tasuki.assignment", () -> "file:" + written());
    }

    private static Path written() {
        try {
            String shipped = Files.readString(Path.of("processes/assignment.yaml"));
            return Files.writeString(
                    folder.resolve("assignment.yaml"),
                    shipped.replace("supervisor: pull", "supervisor: share")
                            .replace("prefer: [officer, language, load]", "prefer: [language]"));
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @BeforeEach
    @AfterEach
    void onlyOneSupervisorIsThere() {
        office.open();
        by(proposer(), () -> absences.of(StoryOffice.CENTER)).forEach(away -> by(proposer(), () -> absences.end(away)));
        List.of(SECOND, THIRD).forEach(account -> accounts.find(account).ifPresent(known -> accounts.close(account)));
    }

    @Test
    void byRuleTheNextWhoFitsHasIt() {
        Story others = toBeProposed().at("proposeClosing").answers();
        assertThat(holder(others)).as("of somebody else's proposal").isEqualTo(PROPOSER);
        hired(SECOND);
        Story own = proposed();
        assertThat(holder(own)).isEqualTo(SECOND);
        assertThat(text(supervisor(SECOND), taskPage(own))).contains("自動割当");
    }

    @Test
    void byRuleItWaitsWhereNobodyElseIsAndSaysWhy() {
        Story own = proposed();
        assertThat(holder(own)).isNull();
        assertThat(text(proposer(), taskPage(own))).contains("提案した本人のほかに承認できる人がいないため、受信箱で待っています", "提案した本人は承認できません");
    }

    /** The first of the substitutes proposed it: the second stands in. */
    @Test
    void aSubstituteIsNotGivenTheirOwnProposal() {
        hired(SECOND);
        Story own = proposed();
        hired(THIRD);
        away(SECOND, PROPOSER, THIRD);
        watch.look();
        assertThat(holder(own)).isEqualTo(THIRD);
        assertThat(text(supervisor(THIRD), taskPage(own))).contains(SECOND + "の代理");
    }

    @Test
    void whereOnlyWhoeverProposedItStandsInItWaits() {
        hired(SECOND);
        Story own = proposed();
        away(SECOND, PROPOSER);
        watch.look();
        assertThat(holder(own)).isNull();
        own.check();
    }

    @Test
    void aSupervisorWhoPushesItIsTold() {
        Story own = proposed();
        assertThat(browser.sends(director(), taskPage(own) + "/assignment", "person", PROPOSER, "reason", "load"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("この職員は提案した本人です。承認は別の職員に割り振ってください。");
        assertThat(holder(own)).isNull();
    }

    /** The preview says it, and the run leaves the row as it is. */
    @Test
    void inBulkItIsLeftOut() {
        Story own = proposed();
        Story others = toBeProposed().at("proposeClosing").answers();
        by(proposer(), () -> stories.desk().release(task(others)));
        String run = browser.sends(director(), "/bulk", "task", task(own), "task", task(others))
                .getResponse()
                .getRedirectedUrl();
        assertThat(text(director(), run + "?act=give&person=" + PROPOSER + "&reason=load"))
                .contains("提案した本人のため承認できない", "処理できる仕事：1件");
        browser.sends(director(), run + "/beginning", "act", "give", "person", PROPOSER, "reason", "load");
        assertThat(text(director(), run)).contains("提案した本人のため承認できない");
        assertThat(holder(own)).isNull();
        assertThat(holder(others)).isEqualTo(PROPOSER);
    }

    /** Typed without a line, before or after: what comes back with the line is judged as if it were typed now. */
    @Test
    void whatADeviceKeptIsNotHeard() {
        Story own = proposed();
        Map<String, List<String>> typed = approved(own);
        typed.put("_finish", List.of("true"));
        typed.put("_entry", List.of(UUID.randomUUID().toString()));
        for (int turn = 0; turn < 2; turn++) {
            MvcTestResult answer = browser.sends(proposer(), taskPage(own) + "/kept", inTurns(typed));
            assertThat(answer)
                    .hasStatus(HttpStatus.CONFLICT)
                    .bodyText()
                    .contains("この提案はあなたが行ったものです。承認は別の職員が行うため、送信されませんでした。");
        }
        own.check().isAt("approveClosing");
    }

    /** They have the approval in hands, send it back, and mend the proposal themselves: now it is theirs, and another approves it. */
    @Test
    void whoMendsTheProposalThatTheyHadToApproveApprovesItNoMore() {
        Story story = toBeProposed().at("proposeClosing").answers();
        String first = task(story);
        assertThat(holder(story)).isEqualTo(PROPOSER);
        story.at("approveClosing").answers("closing", "returned");
        story.at("supportPolicyMeeting").answers();
        story.at("followUp").answers("next", "close");
        proposes(story);
        assertThat(task(story)).isNotEqualTo(first);
        assertThat(holder(story)).isNull();
        assertThat(by(proposer(), () -> stories.desk().claim(task(story)))).isEqualTo(new Completion.Proposed());
        MvcTestResult answer = browser.sends(proposer(), taskPage(story) + "/completion", inTurns(approved(story)));
        assertThat(answer).hasStatus(HttpStatus.CONFLICT).bodyText().contains("提案した本人は承認できません");
        hired(SECOND);
        Map<String, List<String>> approved = approved(story);
        assertThat(by(supervisor(SECOND), () -> stories.desk().complete(task(story), approved)))
                .isInstanceOf(Completion.Done.class);
        story.ended("closed");
    }

    private Story proposed() {
        return proposes(toBeProposed());
    }

    private Story proposes(Story story) {
        Story.Step step = story.at("proposeClosing");
        Map<String, List<String>> typed = step.typed();
        Actor both = Actor.person(PROPOSER, EnumSet.of(Role.SUPERVISOR, Role.OFFICER), StoryOffice.CENTER, null);
        assertThat(by(both, () -> stories.desk().complete(step.item().taskId(), typed)))
                .isInstanceOf(Completion.Done.class);
        return story.isAt("approveClosing");
    }

    private Story toBeProposed() {
        return stories.toBeClosed().withOnTeam("officer", "supervisor");
    }

    private void hired(String account) {
        if (accounts.find(account).isPresent()) {
            accounts.reopen(account);
        } else {
            accounts.add(new Accounts.NewAccount(
                    account, new Text(account, account), "-", Set.of(Role.SUPERVISOR), StoryOffice.CENTER, null));
        }
    }

    private void away(String account, String... substitutes) {
        Instant from = clock.instant().minusSeconds(60);
        Absences.Entry entry = new Absences.Entry(
                account, Absence.Kind.LEAVE, from, from.plus(Duration.ofDays(90)), List.of(substitutes));
        by(proposer(), () -> absences.enter(accounts.find(account).orElseThrow(), entry));
    }

    private static Map<String, List<String>> approved(Story story) {
        return story.at("approveClosing").typed("closing", "approved");
    }

    private static String[] inTurns(Map<String, List<String>> typed) {
        return typed.entrySet().stream()
                .flatMap(one -> one.getValue().stream().flatMap(value -> List.of(one.getKey(), value).stream()))
                .toArray(String[]::new);
    }

    private static InboxItem item(Story story) {
        return story.at("approveClosing").item();
    }

    private static String task(Story story) {
        return item(story).taskId();
    }

    private static String taskPage(Story story) {
        return "/tasks/" + task(story);
    }

    private static String holder(Story story) {
        return item(story).assignee();
    }

    private Actor proposer() {
        return office.at("supervisor");
    }

    private static Actor supervisor(String account) {
        return Actor.person(account, Set.of(Role.SUPERVISOR), StoryOffice.CENTER, null);
    }

    private Actor director() {
        return office.at("director");
    }

    private <T> T by(Actor person, Supplier<T> deed) {
        return stories.acting().as(person, deed);
    }

    private String text(Actor person, String path) {
        MvcTestResult page = browser.opens(person, Objects.requireNonNull(path));
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
