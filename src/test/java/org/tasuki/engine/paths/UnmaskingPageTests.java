package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.casefile.CaseFiles;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;

/** Who notified is shown by a deliberate act, to those who may know, with a reason that stays (CAPA 7). */
@StoryTest
@ExtendWith(OutputCaptureExtension.class)
class UnmaskingPageTests {

    private static final String NAME = "万年橋 ソノ子";
    private static final String PHONE = "045-888-27182";
    private static final String WORDS = "夜間に折り返すと約束した。";

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
    @ValueSource(strings = {"supervisor", "director", "officer2", "reception"})
    void whoMayKnowSeesItOnceAfterSayingWhy(String desk) {
        Story story = told();
        Actor person = person(desk);
        html(browser.opens(person, sheet(story))).contains("非表示", "unmasking").doesNotContain(NAME, PHONE);
        MvcTestResult shown = asks(person, story, "call-back", WORDS);
        assertThat(shown)
                .hasStatusOk()
                .headers()
                .hasValue("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
        html(shown).contains(NAME, PHONE, "児童虐待防止法第7条").doesNotContain("非表示<", "name=\"reason\"");
        html(browser.opens(person, sheet(story))).contains("非表示").doesNotContain(NAME, PHONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer", "psychologist", "medical", "lawyer", "protection"})
    void whoNeedNotKnowSeesNoFormAndIsRefused(String desk) {
        Story story = told().withOnTeam(desk);
        html(browser.opens(person(desk), sheet(story))).contains("非表示").doesNotContain(NAME, "unmasking");
        MvcTestResult refused = asks(person(desk), story, "call-back", "");
        assertThat(refused).hasStatus(HttpStatus.FORBIDDEN);
        html(refused).doesNotContain(NAME);
        assertThat(acts(story)).contains("access-refused").doesNotContain("notifier-shown");
    }

    @Test
    void neitherAnAgencyWithTheCaseInHandsNorAnyoneBesideTheCasesIsToldThatThereIsASheet() {
        Story story = told(stories.toPolice());
        story.at("preparePoliceReferral").answers().at("approvePoliceReferral").answers("approval", "approved");
        assertThat(asks(person("agency:story-police"), story, "call-back", "")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(asks(person("agency:story-school"), story, "call-back", "")).hasStatus(HttpStatus.NOT_FOUND);
        for (Role role : List.of(Role.TRAINER, Role.ANALYST, Role.ADMIN, Role.AUDITOR)) {
            Actor beside = Actor.person("story-beside", Set.of(role), StoryOffice.CENTER, null);
            assertThat(asks(beside, story, "call-back", "")).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(acts(story)).contains("access-refused").doesNotContain("notifier-shown");
    }

    @Test
    void noAddressShowsIt() {
        Story story = told();
        MvcTestResult asked = browser.opens(person("supervisor"), sheet(story) + "/unmasking?reason=call-back");
        assertThat(asked.getResponse().getStatus()).isGreaterThanOrEqualTo(400);
        html(asked).doesNotContain(NAME);
        assertThat(acts(story)).doesNotContain("notifier-shown");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 表示する理由を選んでください",
        "curiosity, 気になる, 表示する理由を選んでください",
        "other, '　 ', 「その他」の内容を記入してください",
        "call-back, long, 300字以内",
        "call-back, a\u0007b, 制御文字"
    })
    void withoutAReasonNothingIsShown(String reason, String words, String said) {
        Story story = told();
        String typed = words.equals("long") ? "長".repeat(301) : words;
        MvcTestResult refused = asks(person("supervisor"), story, reason, typed);
        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        html(refused).contains(said, "非表示").doesNotContain(NAME, PHONE);
        assertThat(acts(story)).doesNotContain("notifier-shown");
    }

    @Test
    void theAccessLogSaysWhoLookedAndWhyAndTheTrailKnowsTheKeyAlone() {
        Story story = told();
        asks(person("supervisor"), story, "call-back", WORDS);
        html(browser.opens(person("reception"), "/cases/" + story.number() + "/access"))
                .contains("通告者の情報を表示", "通告者への折り返しの連絡・追加の聞き取り：" + WORDS);
        assertThat(database.asSuperuser()
                        .sql(
                                "select detail ->> 'reason' from audit_entry where case_number = ? and act = 'notifier-shown'")
                        .param(story.number().value())
                        .query(String.class)
                        .list())
                .containsExactly("call-back");
        assertThat(database.asSuperuser()
                        .sql("select count(*) from audit_entry where detail::text like '%' || ? || '%'")
                        .param(WORDS)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void thePapersBesideATaskStayMasked() {
        Story story = told();
        String task = story.at("safetyCheck").item().taskId();
        asks(person("supervisor"), story, "call-back", "");
        html(browser.opens(person("officer"), "/tasks/" + task)).contains("非表示").doesNotContain(NAME, PHONE);
    }

    @Test
    void aSheetWithoutSecretsHasNothingToShow() {
        Story story = told();
        String other = sheet(story, "acceptance-meeting");
        html(browser.opens(person("supervisor"), other)).doesNotContain("unmasking");
        assertThat(browser.sends(person("supervisor"), other + "/unmasking", "reason", "call-back"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aSheetOnWhichNobodyIsNamedSaysSo() {
        Story story = told();
        change(story, "sealed = null");
        html(asks(person("supervisor"), story, "call-back", "")).contains("通告者の情報は記入されていません");
    }

    @Test
    void whatWasTamperedWithOrMovedFromAnotherCaseIsUnreadableAndThePageStands(CapturedOutput log) {
        Story story = told();
        Story other = told();
        change(story, "sealed = set_byte(sealed, 20, (get_byte(sealed, 20) + 1) % 256)");
        unreadable(story);
        change(
                story,
                "sealed = (select sealed from form_answer o where o.form = 'intake-sheet' and o.case_number = '"
                        + other.number() + "')");
        unreadable(story);
        html(asks(person("supervisor"), other, "call-back", "")).contains(NAME);
        assertThat(log).contains("Sealed words cannot be read: form_answer " + story.number());
        assertThat(log.getAll()).doesNotContain(NAME, PHONE);
    }

    private void unreadable(Story story) {
        MvcTestResult page = asks(person("supervisor"), story, "call-back", "");
        assertThat(page).hasStatusOk();
        html(page).contains("読み取れません").doesNotContain(NAME, PHONE);
    }

    private void change(Story story, String assignment) {
        database.asSuperuser()
                .sql("update form_answer set " + assignment + " where form = 'intake-sheet' and case_number = ?")
                .param(story.number().value())
                .update();
    }

    /** An accepted case, whose notifier is known; the second officer answers for it. */
    private Story told() {
        return told(stories.begin()
                .at("reception")
                .answers("notifierName", NAME, "notifierContact", PHONE)
                .at("screening")
                .answers("meeting", "regular")
                .at("acceptanceMeeting")
                .answers("acceptance", "accepted"));
    }

    private Story told(Story story) {
        acting.as(StoryOffice.SYSTEM, () -> files.setOfficer(story.number(), "story-officer2"));
        return story;
    }

    private String sheet(Story story) {
        return sheet(story, "intake-sheet");
    }

    private String sheet(Story story, String form) {
        long id = database.asSuperuser()
                .sql("select id from form_answer where case_number = ? and form = ?")
                .params(story.number().value(), form)
                .query(Long.class)
                .single();
        return "/cases/" + story.number() + "/documents/" + id;
    }

    private MvcTestResult asks(Actor person, Story story, String reason, String words) {
        return browser.sends(person, sheet(story) + "/unmasking", "reason", reason, "words", words);
    }

    private Actor person(String desk) {
        return office.at(desk);
    }

    private static AbstractStringAssert<?> html(MvcTestResult page) {
        return assertThat(page).bodyText();
    }

    private List<String> acts(Story story) {
        return database.asSuperuser()
                .sql("select act from audit_entry where case_number = ?")
                .param(story.number().value())
                .query(String.class)
                .list();
    }
}
