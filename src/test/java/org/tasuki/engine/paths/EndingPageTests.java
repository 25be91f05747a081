package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.CaseFiles;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;

/** Withdrawing a case and joining it to another, as people do it: on its page. */
@StoryTest
class EndingPageTests {

    private static final String WHY = "きょうだいの相談で、母からの電話を聞き違えた。";

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private CaseFiles files;

    @Autowired
    private Acting acting;

    @Autowired
    private TestDatabase database;

    @Autowired
    private WebApplicationContext house;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(house);
    }

    @ParameterizedTest
    @ValueSource(strings = {"supervisor", "director", "officer2"})
    void whoAnswersForTheCaseMayEndIt(String desk) {
        Story story = withOfficer2(stories.accepted());
        assertThat(browser.opens(person(desk), page(story))).hasStatusOk();
        html(browser.opens(person(desk), "/cases/" + story.number())).contains(page(story));
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer", "reception", "psychologist", "protection", "lawyer"})
    void whoDoesNotIsRefusedAndSeesNoLink(String desk) {
        Story story = withOfficer2(stories.accepted()).withOnTeam(desk);
        Actor person = person(desk);
        assertThat(browser.opens(person, page(story))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(withdraws(person, story, WHY)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(browser.sends(person, "/cases/" + story.number() + "/joining"))
                .hasStatus(HttpStatus.FORBIDDEN);
        html(browser.opens(person, "/cases/" + story.number())).doesNotContain(page(story));
        story.check().isAt("safetyCheck");
    }

    @Test
    void anAgencyIsRefusedWhetherItHasTheCaseInHandsOrNot() {
        Story story = sentToPolice();
        assertThat(withdraws(person("agency:story-police"), story, WHY)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(withdraws(person("agency:story-school"), story, WHY)).hasStatus(HttpStatus.NOT_FOUND);
        story.check().isAt("awaitPoliceAnswer");
    }

    @Test
    void untilReceptionIsOverItMayTakeTheCaseBackItself() {
        Story story = stories.begin().withOnTeam("psychologist");
        assertThat(browser.opens(person("psychologist"), page(story))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(withdraws(person("reception"), story, WHY)).hasStatus3xxRedirection();
        story.isGone();
    }

    @Test
    void itSaysWhatEndsBeforeItIsDone() {
        Story story = sentToPolice();
        html(browser.opens(person("supervisor"), page(story)))
                .contains("警察の回答", "2026", "story-police", "連絡が必要", "元に戻すことはできません");
    }

    @Test
    void aWithdrawnCaseIsGoneFromTheDesksAndKeepsItsReasonToTheCenter() {
        Story story = stories.accepted();
        assertThat(withdraws(person("supervisor"), story, WHY))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/cases/" + story.number());
        story.isGone();
        assertThat(story.file().status()).isEqualTo(CaseFile.Status.WITHDRAWN);
        html(browser.opens(person("reception"), "/cases/" + story.number())).contains("取下げ", WHY);
        assertThat(kept("audit_entry where detail::text")).isZero();
        assertThat(kept("case_event where detail::text")).isZero();
        assertThat(kept("engine.act_hi_procinst where delete_reason_")).isZero();
        assertThat(kept("case_ending where reason")).isPositive();
        assertThat(acts(story)).containsOnlyOnce("case-withdrawn");
    }

    @Test
    void anAgencyThatWasAskedNoLongerSeesTheCase() {
        Story story = sentToPolice();
        Actor police = person("agency:story-police");
        String task = story.at("awaitPoliceAnswer").item().taskId();
        assertThat(browser.opens(police, "/tasks/" + task)).hasStatusOk();
        withdraws(person("supervisor"), story, WHY);
        story.isGone();
        assertThat(browser.opens(police, "/tasks/" + task)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(browser.opens(police, "/cases/" + story.number())).hasStatus(HttpStatus.NOT_FOUND);
        html(browser.opens(person("officer"), "/cases/" + story.number())).contains("story-policeへの依頼を取り下げました");
        assertThat(acts(story)).contains("hand-over-recalled");
    }

    @Test
    void anAcceptedHandOverThatIsStillWorkedOnIsTakenBackAndADoneOneIsNot() {
        Story story = stories.toServices();
        story.at("prepareSupportReferral").answers("agency", "story-support");
        story.at("prepareSupportReferral").answers("agency", "story-school");
        story.at("approveSupportReferral").answers("approval", "approved");
        story.at("approveSupportReferral").answers("approval", "approved");
        story.at("awaitServiceAnswer", "story-support").answers("answer", "accepted");
        story.at("awaitServiceAnswer", "story-school").answers("answer", "accepted");
        story.at("supportReport", "story-school").answers();
        withdraws(person("supervisor"), story, WHY);
        story.isGone();
        String path = "/cases/" + story.number();
        assertThat(browser.opens(person("agency:story-support"), path)).hasStatus(HttpStatus.NOT_FOUND);
        html(browser.opens(person("agency:story-school"), path))
                .as("neither the reason nor a link")
                .doesNotContain(WHY, page(story));
    }

    @Test
    void aSecondClickFindsItDone() {
        Story story = stories.accepted();
        withdraws(person("supervisor"), story, WHY);
        assertThat(withdraws(person("supervisor"), story, WHY)).hasStatus3xxRedirection();
        assertThat(acts(story)).containsOnlyOnce("case-withdrawn");
    }

    @Test
    void aCaseThatEndedMeanwhileIsSaidToAndWhatWasTypedIsKept() {
        Story story = stories.accepted();
        withdraws(person("director"), story, "別の理由");
        refused(withdraws(person("supervisor"), story, WHY)).contains("この事例は進行中ではありません", WHY);
        assertThat(browser.opens(person("supervisor"), page(story))).hasRedirectedUrl("/cases/" + story.number());
    }

    @ParameterizedTest
    @CsvSource({"'', 理由を入力してください", "'　 ', 理由を入力してください", "long, 1000字以内", "a\u0007b, 制御文字"})
    void withoutAReasonThatCanBeKeptNothingHappens(String typed, String said) {
        Story story = stories.accepted();
        String reason = typed.equals("long") ? "長".repeat(1001) : typed;
        refused(withdraws(person("supervisor"), story, reason)).contains(said);
        String other = stories.accepted().number().value();
        refused(joins(story, other, reason, other)).contains(said, other);
        story.check().isAt("safetyCheck");
    }

    @Test
    void aCaseIsJoinedOnceItsOtherWasLookedAt() {
        Story story = stories.accepted();
        Story other = stories.accepted();
        String number = other.number().value();
        MvcTestResult looked = joins(story, number, WHY, "");
        assertThat(looked).hasStatusOk();
        html(looked).contains(WHY, number + " へ併合する", "name=\"sure\" value=\"" + number);
        story.check().isAt("safetyCheck");
        assertThat(joins(story, number, WHY, number)).hasRedirectedUrl("/cases/" + story.number());
        story.isGone();
        other.check().isAt("safetyCheck");
        html(browser.opens(person("supervisor"), "/cases/" + story.number()))
                .contains(number + " へ併合", "/cases/" + number, WHY);
        html(browser.opens(person("supervisor"), "/cases/" + number))
                .contains(story.number() + " をこの事例に併合しました", "/cases/" + story.number())
                .doesNotContain(WHY);
        assertThat(joins(story, number, WHY, number)).as("a second click").hasStatus3xxRedirection();
        assertThat(acts(story)).containsOnlyOnce("case-joined");
        assertThat(other.steps()).containsExactly("safetyCheck");
    }

    @Test
    void whoChangesTheNumberAfterLookingLooksAgain() {
        Story story = stories.accepted();
        String looked = stories.accepted().number().value();
        String changed = stories.accepted().number().value();
        MvcTestResult again = joins(story, changed, WHY, looked);
        assertThat(again).hasStatusOk();
        html(again).contains("name=\"sure\" value=\"" + changed);
        story.check().isAt("safetyCheck");
    }

    @Test
    void aNumberThatCannotBeJoinedToIsSaidInItsPlace() {
        Story story = stories.accepted();
        Story closed = stories.accepted();
        withdraws(person("supervisor"), closed, WHY);
        String own = story.number().value();
        refused(joins(story, "", WHY, "")).contains("併合先の事例番号を入力してください", WHY);
        refused(joins(story, "42", WHY, "")).contains("の形で入力してください", "value=\"42\"", WHY);
        refused(joins(story, "ST-2026-99999", WHY, "ST-2026-99999")).contains("見つかりません", "ST-2026-99999", WHY);
        refused(joins(story, own, WHY, own)).contains("この事例自身の番号です", WHY);
        refused(joins(story, closed.number().value(), WHY, closed.number().value()))
                .contains("その事例は進行中ではありません", WHY);
        refused(joins(story, foreign(), WHY, foreign())).contains("見つかりません", WHY);
        story.check().isAt("safetyCheck");
    }

    @Test
    void casesOfTheSameNameAreOfferedAndNoOthers() {
        Story story = named(stories.accepted(), "髙橋 ひまり");
        Story same = named(stories.accepted(), "高橋ヒマリ");
        Story another = named(stories.accepted(), "高橋 すみれ");
        html(browser.opens(person("supervisor"), page(story)))
                .contains("value=\"" + same.number())
                .doesNotContain(another.number().value(), "value=\"" + story.number());
        refused(browser.sends(
                        person("supervisor"),
                        "/cases/" + story.number() + "/joining",
                        "likely",
                        same.number().value(),
                        "into",
                        another.number().value(),
                        "reason",
                        WHY))
                .contains("どちらか一方にしてください");
    }

    private Story sentToPolice() {
        return stories.toPolice()
                .at("preparePoliceReferral")
                .answers()
                .at("approvePoliceReferral")
                .answers("approval", "approved");
    }

    private Story withOfficer2(Story story) {
        acting.as(StoryOffice.SYSTEM, () -> files.setOfficer(story.number(), "story-officer2"));
        return story;
    }

    private Story named(Story story, String name) {
        acting.as(
                StoryOffice.SYSTEM,
                () -> files.describeChild(story.number(), new CaseFile.Child(name, null, null, null, null, null)));
        return story;
    }

    /** An open case of another center. */
    private String foreign() {
        database.asSuperuser()
                .sql(
                        """
                        insert into center values ('elsewhere', 'EL', 'よその所', 'Elsewhere') on conflict do nothing;
                        insert into case_file (number, center, status, opened_at)
                        values ('EL-2026-00001', 'elsewhere', 'open', now()) on conflict do nothing
                        """)
                .update();
        return "EL-2026-00001";
    }

    private MvcTestResult withdraws(Actor person, Story story, String reason) {
        return browser.sends(person, "/cases/" + story.number() + "/withdrawal", "reason", reason);
    }

    private MvcTestResult joins(Story story, String into, String reason, String sure) {
        return browser.sends(
                person("supervisor"),
                "/cases/" + story.number() + "/joining",
                "into",
                into,
                "reason",
                reason,
                "sure",
                sure);
    }

    private Actor person(String desk) {
        return office.at(desk);
    }

    private static String page(Story story) {
        return "/cases/" + story.number() + "/ending";
    }

    private static AbstractStringAssert<?> html(MvcTestResult page) {
        return assertThat(page).bodyText();
    }

    private static AbstractStringAssert<?> refused(MvcTestResult page) {
        assertThat(page).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return html(page);
    }

    private long kept(String column) {
        return database.asSuperuser()
                .sql("select count(*) from " + column + " like '%' || ? || '%'")
                .param(WHY)
                .query(Long.class)
                .single();
    }

    private List<String> acts(Story story) {
        return database.asSuperuser()
                .sql("select act from audit_entry where case_number = ?")
                .param(story.number().value())
                .query(String.class)
                .list();
    }
}
